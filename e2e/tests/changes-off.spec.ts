import type { Locator, Page } from '@playwright/test';
import { createAccount } from '../../server/src/simulator/account.ts';
import type { Simulator } from '../../server/src/simulator/simulator.ts';
import { recorded, thisMonth } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';
import { isAccessible } from '../is-accessible.ts';

const names = ['alder', 'birch', 'cedar', 'dogwood'];

function account() {
  return createAccount(
    names.map((name, index) =>
      recorded({ name, startMs: thisMonth(0.9 - index * 0.05), types: ['gallery_view'] }),
    ),
  );
}

test.use({
  contextOptions: { reducedMotion: 'reduce' },
  scene: { account, settings: { MATINEE_ALLOW_CHANGES: '1' }, rates: 'unlimited' },
});

const rowOf = (page: Page, name: string): Locator => page.getByRole('row', { name: new RegExp(`^${name},`) });
const activity = (page: Page): Locator => page.getByRole('complementary', { name: 'Activity' });
const trashed = (simulator: Simulator) =>
  simulator.account.sessions.flatMap(({ trashed_at: at, session_name: name }) => (at ? [name] : [])).sort();

test('changes that are turned off while one is open: its rows come back, it says why, and goes on when they are on', async ({
  page,
  simulator,
  server,
}) => {
  test.setTimeout(120_000);
  let isBusy = true;
  const first = simulator.account.sessions[0]?.session_id ?? '';
  simulator.faults.add(
    'api-change',
    { kind: 'rate-limit', per: 'second' },
    { when: ({ decodedPath }) => isBusy && !decodedPath.includes(first) },
  );
  await page.goto('/recordings');
  await expect(rowOf(page, 'dogwood')).toBeVisible();
  for (const name of names.slice(0, 3)) await rowOf(page, name).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Move to trash', exact: true }).click();
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(1);
  await expect.poll(() => trashed(simulator)).toEqual(['alder']);

  await server.kill();
  isBusy = false;
  await server.startAgain({ MATINEE_ALLOW_CHANGES: '0' });
  const toast = page.getByText(/^Changes were turned off when 1 of 3 were done\./);
  await expect(toast).toBeVisible({ timeout: 30_000 });
  await expect(rowOf(page, 'birch')).toBeVisible();
  await expect(rowOf(page, 'alder')).toHaveCount(0);
  await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Activity' }).click();
  await expect(activity(page)).toContainText(
    'It goes on when Matinee is started with MATINEE_ALLOW_CHANGES=1.',
  );
  await expect(activity(page).getByRole('button', { name: /Resume|Cancel|Undo/ })).toHaveCount(0);
  await isAccessible(page, 'Activity while changes are off');
  expect(trashed(simulator)).toEqual(['alder']);

  await server.kill();
  await server.startAgain();
  await expect.poll(() => trashed(simulator), { timeout: 30_000 }).toEqual(['alder', 'birch', 'cedar']);
  await expect(activity(page)).toContainText('Moved 3 items to trash.', { timeout: 30_000 });
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(1);
});
