import { clinicAccount } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';
import { isAccessible } from '../is-accessible.ts';

test.use({
  contextOptions: { reducedMotion: 'reduce' },
  scene: { account: clinicAccount, settings: { MATINEE_ALLOW_CHANGES: '1' }, rates: 'unlimited' },
});
test.describe.configure({ timeout: 150_000 });

test('toasts, Activity and both questions', async ({ page, simulator }) => {
  simulator.faults.add('api-change', { kind: 'status', status: 400, body: { code: 3303 } }, { times: 1 });
  await page.goto('/recordings');
  await page.getByRole('row', { name: /^orchid-triage,/ }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('button', { name: 'Show them' })).toBeVisible();
  await isAccessible(page, 'toast');
  await page.getByRole('button', { name: 'Show them' }).click();
  await expect(page.getByRole('complementary', { name: 'Activity' })).toBeVisible();
  await isAccessible(page, 'Activity');
  await page.keyboard.press('Escape');
  await page.goto('/trash');
  await page.getByRole('row', { name: /^purged-today,/ }).focus();
  await page.keyboard.press('Shift+Delete');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeVisible();
  await isAccessible(page, 'question before deleting');
});

test('audit log and set-up doctor', async ({ page }) => {
  await page.goto('/trash');
  await page.getByRole('button', { name: 'Restore: purged-in-days' }).click();
  await expect(page.getByText('Restored 1 session.')).toBeVisible();
  await page.goto('/audit');
  await expect(page.getByRole('cell', { name: 'Restored' })).toBeVisible();
  await isAccessible(page, 'audit log');
  await page.goto('/doctor');
  await expect(page.getByText(/stands in the way|to mend/)).toBeVisible();
  await isAccessible(page, 'set-up doctor');
});
