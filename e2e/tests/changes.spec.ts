import type { Locator, Page } from '@playwright/test';
import { createAccount } from '../../server/src/simulator/account.ts';
import type { Simulator } from '../../server/src/simulator/simulator.ts';
import { daysAgo, noon, recorded, thisMonth } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';

const secret = 'browser-webhook-secret-0001';
const live = [
  'alder',
  'birch',
  'cedar',
  'dogwood',
  'elder',
  'fig',
  'ginkgo',
  'hazel',
  'iris',
  'juniper',
  'kapok',
  'larch',
];

/** Twelve sessions of this month, three in the trash. */
function account() {
  return createAccount([
    ...live.map((name, index) =>
      recorded({ name, startMs: thisMonth(0.9 - index * 0.05), types: ['gallery_view', 'audio_only'] }),
    ),
    ...['maple', 'oak', 'pine'].map((name, index) =>
      recorded({
        name,
        startMs: noon(-6, 5 + index),
        types: ['gallery_view'],
        fields: { trashed_at: daysAgo(3 + index) },
      }),
    ),
  ]);
}

const allowed = { MATINEE_ALLOW_CHANGES: '1', ZOOM_WEBHOOK_SECRET: secret };
test.use({ scene: { account, settings: allowed, rates: 'unlimited' } });

const sessionsIn = (page: Page): Locator => page.getByRole('row', { level: 1 });
const rowOf = (page: Page, name: string): Locator => page.getByRole('row', { name: new RegExp(`^${name},`) });
const toast = (page: Page): Locator => page.getByRole('region', { name: 'Notifications' });

async function choose(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) await rowOf(page, name).getByRole('checkbox').check();
}

/** What was asked of Zoom that changes anything, e.g. `trash`. */
function asked(simulator: Simulator): string[] {
  return simulator.log.flatMap(({ method, query }) => {
    if (method === 'DELETE') return [String(query.action)];
    return method === 'PUT' ? ['recover'] : [];
  });
}

function findSession(simulator: Simulator, name: string) {
  const found = simulator.account.sessions.find((session) => session.session_name === name);
  if (!found) throw new Error(`no session is called ${name}`);
  return found;
}

test('three sessions go to the trash at once, and come back by Undo', async ({ page, simulator }) => {
  await page.goto('/recordings');
  await expect(sessionsIn(page)).toHaveCount(12);
  await choose(page, ['birch', 'cedar', 'elder']);
  await page.getByRole('button', { name: 'Move to trash', exact: true }).click();
  await expect(sessionsIn(page)).toHaveCount(9);
  await expect(toast(page)).toContainText('Moved 3 sessions to trash.');
  expect(asked(simulator)).toEqual(['trash', 'trash', 'trash']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(toast(page)).toContainText('Restored 3 sessions.');
  await expect(sessionsIn(page)).toHaveCount(12);
  expect(asked(simulator).slice(3)).toEqual(['recover', 'recover', 'recover']);
});

test('twelve are asked about first, with count and size', async ({ page, simulator }) => {
  await page.goto('/recordings');
  await expect(sessionsIn(page)).toHaveCount(12);
  await sessionsIn(page).first().focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Move to trash', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Move 12 sessions to trash?' });
  await expect(dialog).toContainText(/\d MB of recordings\. Zoom keeps them in its trash for 30 days/);
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  expect(asked(simulator)).toEqual([]);
  await dialog.getByRole('button', { name: 'Move 12 to trash' }).click();
  await expect(toast(page)).toContainText('Moved 12 sessions to trash.');
  await expect(sessionsIn(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Trash' }).click();
  await expect(sessionsIn(page)).toHaveCount(15);
});

test('a session is restored from the trash', async ({ page, simulator }) => {
  await page.goto('/trash');
  await expect(sessionsIn(page)).toHaveCount(3);
  await rowOf(page, 'oak').getByRole('button', { name: 'Restore: oak' }).click();
  await expect(toast(page)).toContainText('Restored 1 session.');
  await expect(sessionsIn(page)).toHaveCount(2);
  expect(findSession(simulator, 'oak').trashed_at).toBeUndefined();
});

test('deleting for good asks for typed words, and offers no way back', async ({ page, simulator }) => {
  await page.goto('/trash');
  await choose(page, ['maple', 'pine']);
  await page.getByRole('button', { name: 'Delete for good…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete for good?' });
  await expect(dialog).toContainText('2 sessions with 2 files');
  await expect(dialog).toContainText('This cannot be undone.');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  const go = dialog.getByRole('button', { name: 'Delete 2 for good' });
  await expect(go).toBeDisabled();
  await dialog.getByRole('textbox').fill('delete 3');
  await expect(go).toBeDisabled();
  await dialog.getByRole('textbox').fill('delete 2');
  await go.click();
  await expect(toast(page)).toContainText('Deleted 2 sessions for good.');
  await expect(toast(page).getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expect(sessionsIn(page)).toHaveCount(1);
  expect(simulator.account.sessions.map((session) => session.session_name)).not.toContain('maple');
});

test('a refusal half-way brings its rows back, and says which and why', async ({ page, simulator }) => {
  const refused = findSession(simulator, 'cedar').session_id;
  simulator.faults.add(
    'api-change',
    {
      kind: 'status',
      status: 400,
      body: { code: 3303, message: 'You can not delete an uncompleted meeting.' },
    },
    { when: ({ decodedPath }) => decodedPath.includes(refused) },
  );
  await page.goto('/recordings');
  await choose(page, ['birch', 'cedar', 'elder']);
  await page.getByRole('button', { name: 'Move to trash', exact: true }).click();
  await expect(toast(page)).toContainText('Moved 2 of 3 to trash. Zoom refused 1.');
  await expect(rowOf(page, 'cedar')).toBeVisible();
  await expect(sessionsIn(page)).toHaveCount(10);
  await page.getByRole('button', { name: 'Show them' }).click();
  const activity = page.getByRole('complementary', { name: 'Activity' });
  await expect(activity.getByRole('listitem').filter({ hasText: 'cedar' }).last()).toContainText(
    /processing|3303/i,
  );
  await expect(activity.getByRole('group')).not.toContainText('birch');
});

test('the same by keys alone: choose, trash, undo, restore, delete for good', async ({ page, simulator }) => {
  await page.goto('/recordings');
  await expect(sessionsIn(page)).toHaveCount(12);
  await rowOf(page, 'alder').focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Delete');
  await expect(toast(page)).toContainText('Moved 2 sessions to trash.');
  // Round the regions to the toast, whose first button is Undo.
  const undo = page.getByRole('button', { name: 'Undo' });
  for (
    let step = 0;
    step < 8 && !(await undo.evaluate((button) => button === document.activeElement));
    step += 1
  ) {
    await page.keyboard.press('F6');
  }
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText('Restored 2 sessions.');

  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(sessionsIn(page)).toHaveCount(3);
  await rowOf(page, 'oak').focus();
  await page.keyboard.press('r');
  await expect(sessionsIn(page)).toHaveCount(2);
  await rowOf(page, 'pine').focus();
  await page.keyboard.press('Shift+Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete for good?' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('delete 1');
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText('Deleted 1 session for good.');
  expect(asked(simulator)).toEqual(['trash', 'trash', 'recover', 'recover', 'recover', 'delete']);
});

test('two open pages stay in step', async ({ page, context }) => {
  const other = await context.newPage();
  await page.goto('/recordings');
  await other.goto('/recordings');
  await expect(sessionsIn(other)).toHaveCount(12);
  await rowOf(page, 'fig').focus();
  await page.keyboard.press('Delete');
  await expect(sessionsIn(page)).toHaveCount(11);
  await expect(rowOf(other, 'fig')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rowOf(page, 'fig')).toBeVisible();
  await expect(other.getByText('1 new').or(rowOf(other, 'fig')).first()).toBeVisible();
});

test('a recording that ends is there without a reload, as soon as Zoom tells', async ({
  page,
  simulator,
  server,
}) => {
  simulator.webhooks.subscribe({ url: `${server.url}/webhooks/zoom`, secret });
  await page.goto('/recordings');
  await expect(sessionsIn(page)).toHaveCount(12);
  const ended = recorded({ name: 'just-ended', startMs: thisMonth(0.99), types: ['gallery_view'] });
  simulator.account.sessions.push(ended);
  simulator.webhooks.tell('session.recording_completed', ended);
  await expect(rowOf(page, 'just-ended').or(page.getByText('1 new')).first()).toBeVisible({ timeout: 2000 });
});

test.describe('while changes are off', () => {
  test.use({ scene: { account, rates: 'unlimited' } });

  test('nothing offers itself, no key does anything, and the trash says where to turn them on', async ({
    page,
    simulator,
  }) => {
    await page.goto('/recordings');
    await choose(page, ['birch']);
    await expect(page.getByRole('button', { name: /trash/i })).toHaveCount(0);
    await rowOf(page, 'alder').focus();
    await page.keyboard.press('Delete');
    await expect(sessionsIn(page)).toHaveCount(12);
    await page.getByRole('link', { name: 'Trash' }).click();
    await expect(page.getByText('MATINEE_ALLOW_CHANGES=1')).toBeVisible();
    await expect(page.getByRole('button', { name: /restore|delete for good…/i })).toHaveCount(0);
    await rowOf(page, 'oak').focus();
    await page.keyboard.press('r');
    await page.keyboard.press('Shift+Delete');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(asked(simulator)).toEqual([]);
  });
});
