import type { Locator, Page } from '@playwright/test';
import { createAccount } from '../../server/src/simulator/account.ts';
import type { Simulator } from '../../server/src/simulator/simulator.ts';
import { recorded, thisMonth } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';
import { isAccessible } from '../is-accessible.ts';

function account() {
  const types = ['gallery_view', 'speaker_view', 'chat_file'];
  return createAccount([recorded({ name: 'alder', startMs: thisMonth(0.9), types })]);
}

test.use({
  contextOptions: { reducedMotion: 'reduce' },
  scene: { account, settings: { MATINEE_ALLOW_CHANGES: '1' }, rates: 'unlimited' },
});
test.describe.configure({ timeout: 120_000 });

const header = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('button', { name, exact: true }).first();
const toast = (page: Page): Locator => page.getByRole('region', { name: 'Notifications' });
const rowOf = (page: Page, label: string): Locator => page.getByRole('listitem').filter({ hasText: label });

/** What was asked of Zoom that changes anything. */
function asked(simulator: Simulator): string[] {
  return simulator.log.flatMap(({ method, query }) => {
    if (method === 'DELETE') return [String(query.action)];
    return method === 'PUT' ? ['recover'] : [];
  });
}

async function openSession(page: Page): Promise<void> {
  await page.goto('/recordings');
  await page.getByRole('link', { name: 'alder', exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Gallery view' })).toBeChecked();
}

/** Presses Tab until the focus is there, as whoever has no mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('the session on screen goes to the trash, says so in the picture’s place, and comes back by Undo', async ({
  page,
  simulator,
}) => {
  await openSession(page);
  await header(page, 'Move to trash').click();
  await expect(page.getByText(/^This recording was moved to trash on /)).toBeVisible();
  await expect(toast(page)).toContainText('Moved 1 session to trash.');
  expect(simulator.account.sessions[0]?.trashed_at).toBeDefined();
  await expect(page.getByText(/Zoom deletes it for good about /)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Download' })).toHaveCount(0);
  await isAccessible(page, 'a session that was just trashed');
  await page.reload();
  await expect(page.getByText(/^This recording was moved to trash on /)).toBeVisible();

  await header(page, 'Restore').click();
  await expect(toast(page)).toContainText('Restored 1 session.');
  await expect(page.getByRole('radio', { name: 'Gallery view' })).toBeChecked();
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(toast(page)).toContainText('Moved 1 session to trash.');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('radio', { name: 'Gallery view' })).toBeChecked();
  await expect.poll(() => asked(simulator)).toEqual(['trash', 'recover', 'trash', 'recover']);
});

test('the same by keys alone, for the session and for one of its files', async ({ page, simulator }) => {
  await openSession(page);
  await tabTo(page, header(page, 'Move to trash'));
  await page.keyboard.press('Enter');
  await expect(header(page, 'Restore')).toBeFocused();
  await expect(header(page, 'Restore')).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.press('Enter');
  await expect(header(page, 'Move to trash')).toBeFocused();
  await expect(header(page, 'Move to trash')).toHaveAttribute('aria-disabled', 'false');

  await tabTo(page, page.getByRole('tab', { selected: true }));
  while ((await page.getByRole('tab', { name: 'Files' }).getAttribute('aria-selected')) !== 'true')
    await page.keyboard.press('ArrowRight');
  const row = rowOf(page, 'Gallery view');
  await tabTo(page, row.getByRole('button', { name: 'Move to trash: Gallery view' }));
  await page.keyboard.press('Enter');
  const restore = row.getByRole('button', { name: 'Restore: Gallery view' });
  await expect(restore).toBeFocused();
  await expect(row).toContainText('In trash');
  // What was on screen is gone from it; the other view takes its place.
  await expect(page.getByRole('radio', { name: 'Speaker view' })).toBeChecked();
  await expect(toast(page)).toContainText('Moved 1 file to trash.');
  await expect(restore).toHaveAttribute('aria-disabled', 'false');
  await isAccessible(page, 'a file that was just trashed');
  await page.keyboard.press('Enter');
  await expect(row).not.toContainText('In trash');
  await expect(toast(page)).toContainText('Restored 1 file.');
  await expect.poll(() => asked(simulator)).toEqual(['trash', 'recover', 'trash', 'recover']);
});

test('a refusal brings the session back, and says why', async ({ page, simulator }) => {
  const body = { code: 3303, message: 'You can not delete an uncompleted meeting.' };
  simulator.faults.add('api-change', { kind: 'status', status: 400, body }, { times: 1 });
  await openSession(page);
  await header(page, 'Move to trash').click();
  await expect(toast(page)).toContainText('Moved 0 of 1 to trash. Zoom refused 1.');
  await expect(page.getByRole('radio', { name: 'Gallery view' })).toBeChecked();
  await expect(header(page, 'Move to trash')).toBeVisible();
  await toast(page).getByRole('button', { name: 'Show them' }).click();
  const activity = page.getByRole('complementary', { name: 'Activity' });
  await expect(activity.getByRole('listitem').filter({ hasText: 'alder' }).last()).toContainText(
    /processing|3303/i,
  );
});

test.describe('while changes are off', () => {
  const off = () => {
    const { sessions } = account();
    return createAccount(sessions.map((one) => ({ ...one, trashed_at: new Date().toISOString() })));
  };
  test.use({ scene: { account: off, rates: 'unlimited' } });

  test('a trashed session says where to turn them on, and offers nothing', async ({ page, request }) => {
    await page.goto('/trash');
    await expect(page.getByRole('row', { level: 1 })).toHaveCount(1);
    const answer = await request.get('/api/sessions?trash=session_recordings');
    const { sessions } = (await answer.json()) as { sessions: { id: string }[] };
    await page.goto(`/s/${sessions[0]?.id}?panel=files`);
    await expect(page.getByText(/MATINEE_ALLOW_CHANGES=1 turns on restoring/)).toBeVisible();
    await expect(page.getByRole('button', { name: /restore|trash/i })).toHaveCount(0);
    await isAccessible(page, 'a trashed session while changes are off');
  });
});
