import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { clinicAccount } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function isAccessible(page: Page, place: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`,
    );
    expect.soft(found, `${place}, ${colorScheme}`).toEqual([]);
  }
}

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
