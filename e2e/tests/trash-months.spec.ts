import type { Locator, Page } from '@playwright/test';
import { createAccount } from '../../server/src/simulator/account.ts';
import { daysAgo, monthFromNow, noon, recorded } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';
import { isAccessible } from '../is-accessible.ts';

const newer = monthFromNow(-2);
const older = monthFromNow(-5);

/** In the trash: two sessions of one month and one of an earlier one, whose evening in Berlin is already the next month. */
function account() {
  const trashed = { types: ['gallery_view'], fields: { trashed_at: daysAgo(3) } };
  return createAccount([
    recorded({ name: 'alder', startMs: noon(-2, 10), ...trashed }),
    recorded({ name: 'birch', startMs: noon(-2, 12), ...trashed }),
    recorded({ name: 'cedar', startMs: monthFromNow(-4).startMs - 1000, ...trashed }),
  ]);
}

test.use({
  contextOptions: { reducedMotion: 'reduce' },
  scene: { account, settings: { MATINEE_ALLOW_CHANGES: '1' }, rates: 'unlimited' },
});

const sessionsIn = (page: Page): Locator => page.getByRole('row', { level: 1 });
const monthOf = (page: Page): Locator => page.getByRole('combobox', { name: 'Recorded in (UTC)' });
const totals = (page: Page): Locator => page.getByRole('status').filter({ hasText: 'session' });

test('the trash is narrowed to a month by mouse; what it comes to, its address and Back go along', async ({
  page,
}) => {
  await page.goto('/trash');
  await expect(sessionsIn(page)).toHaveCount(3);
  await expect(monthOf(page).getByRole('option')).toHaveText([
    'Any month',
    `${newer.name} (2)`,
    `${older.name} (1)`,
  ]);
  await monthOf(page).selectOption({ label: `${newer.name} (2)` });
  await expect(page).toHaveURL(`/trash?month=${newer.param}`);
  await expect(sessionsIn(page)).toContainText(['alder', 'birch']);
  await expect(sessionsIn(page)).toHaveCount(2);
  await expect(totals(page)).toHaveText(/^2 sessions · 2 files · /);
  await isAccessible(page, 'a month of the trash');

  // The month is Zoom's, in UTC, whatever the clock on the wall says.
  await monthOf(page).selectOption(older.param);
  await expect(sessionsIn(page)).toContainText(['cedar']);
  await page.goBack();
  await expect(monthOf(page)).toHaveValue(newer.param);
  await page.reload();
  await expect(sessionsIn(page)).toHaveCount(2);
});

test('by keys alone: to the filters, another month, its only session restored, and out of the empty month', async ({
  page,
}) => {
  await page.goto('/trash');
  await expect(monthOf(page).getByRole('option')).toHaveCount(3);
  await page.keyboard.press('F6');
  await expect(monthOf(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(`/trash?month=${newer.param}`);
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(`/trash?month=${older.param}`);
  await expect(sessionsIn(page)).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(sessionsIn(page)).toBeFocused();
  await page.keyboard.press('r');
  await expect(page.getByText(`Nothing in the trash was recorded in ${older.name}.`)).toBeVisible();
  await expect(page.getByText('Restored 1 session.')).toBeVisible();
  await isAccessible(page, 'an empty month of the trash');
  await page.getByRole('button', { name: 'Show every month' }).focus();
  await page.keyboard.press('Enter');
  await expect(sessionsIn(page)).toHaveCount(2);
  await expect(monthOf(page).getByRole('option')).toHaveText(['Any month', `${newer.name} (2)`]);
  await page.keyboard.press('[');
  await expect(page).toHaveURL(`/trash?month=${newer.param}`);
});
