import type { Page } from '@playwright/test';
import { monthFromNow } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';
import { playerOf, readPlayback } from '../player.ts';

/** Presses a key and makes sure that the focus is on something afterwards. */
async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
}

/** Tab after Tab until the focus is on the control of that name; each stop must be visible. */
async function tabTo(
  page: Page,
  name: string | RegExp,
  role: 'button' | 'link' | 'textbox' | 'row' | 'radio',
) {
  const target = page.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first();
  for (let stops = 0; stops < 40; stops += 1) {
    await press(page, 'Tab');
    expect(await page.evaluate(() => document.activeElement?.checkVisibility())).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return target;
  }
  throw new Error(`forty tabs did not lead to ${name}`);
}

test('from the address bar to a playing video', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(5);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeInViewport();
  await press(page, 'Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await tabTo(page, /^Previous month, /, 'button');
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(monthFromNow(-1).name);
  await tabTo(page, 'Pick month', 'button');
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByRole('button', { name: 'Pick month' })).toBeFocused();
  await press(page, ']');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(monthFromNow(0).name);
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(5);

  await tabTo(page, 'Any file', 'button');
  await press(page, 'Enter');
  await press(page, 'ArrowDown');
  await expect(page.getByRole('menuitemcheckbox', { name: 'Audio' })).toBeFocused();
  await press(page, 'Escape');
  await expect(page.getByRole('button', { name: 'Any file' })).toBeFocused();

  await tabTo(page, 'Size', 'button');
  await tabTo(page, /^orchid-triage, /, 'row');
  await press(page, 'ArrowDown');
  await expect(page.getByRole('row', { name: /^sound-only, / })).toBeFocused();
  await press(page, 'ArrowUp');
  await press(page, 'ArrowRight');
  await expect(page.getByRole('row', { name: /^orchid-triage, / })).toHaveAttribute('aria-expanded', 'true');
  await press(page, 'ArrowRight');
  await expect(page.getByRole('row', { name: /^Gallery view, / })).toBeFocused();
  await press(page, 'ArrowLeft');
  await expect(page.getByRole('row', { name: /^orchid-triage, / })).toBeFocused();
  await press(page, 'End');
  await expect(page.getByRole('row', { name: /^maple-follow-up, / })).toBeFocused();
  await press(page, 'Home');
  await press(page, 'Shift+Enter');
  await expect(page.getByRole('row', { name: /^orchid-triage, / })).toHaveAttribute('aria-expanded', 'false');
  // Buttons of the row are behind Tab, and only those of this row.
  await press(page, 'Tab');
  await expect(page.getByRole('button', { name: 'Show files of orchid-triage' })).toBeFocused();
  await press(page, 'Tab');
  await expect(page.getByRole('link', { name: 'Play orchid-triage' })).toBeFocused();
  await press(page, 'Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'orchid-triage' })).toBeFocused();
  await expect.poll(async () => (await readPlayback(page)).durationSeconds).toBe(90);
  await press(page, 'k');
  await expect.poll(async () => (await readPlayback(page)).seconds).toBeGreaterThan(0.5);
  await press(page, ' ');
  await expect.poll(async () => (await readPlayback(page)).isPaused).toBe(true);
  await press(page, '5');
  await expect.poll(async () => (await readPlayback(page)).seconds).toBe(45);
  await press(page, 'l');
  await press(page, 'ArrowLeft');
  await expect.poll(async () => (await readPlayback(page)).seconds).toBe(50);
  await press(page, '>');
  await expect.poll(async () => (await readPlayback(page)).rate).toBe(1.25);
  await press(page, 'v');
  await expect(page.getByRole('radio', { name: 'Speaker view' })).toBeChecked();
  await expect.poll(async () => Math.round((await readPlayback(page)).seconds)).toBe(50);

  await tabTo(page, /^Speed 1\.25×/, 'button');
  await press(page, 'Enter');
  await press(page, 'ArrowUp');
  await press(page, 'Escape');
  await expect(page.getByRole('button', { name: /^Speed / })).toBeFocused();
  await tabTo(page, 'Speaker view', 'radio');
  await press(page, 'ArrowDown');
  await expect(page.getByRole('radio', { name: 'Screen share' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Screen share' })).toBeFocused();

  await page.keyboard.press('g');
  await press(page, 't');
  await expect(page.getByRole('heading', { level: 1, name: 'Trash' })).toBeFocused();
  await page.keyboard.press('g');
  await press(page, 'l');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  // The row that was left is the one the list gives back.
  await tabTo(page, /^orchid-triage, /, 'row');
});

test('rows are chosen, regions gone round and layers closed by keys alone', async ({ page }) => {
  await page.goto(`/recordings?month=${monthFromNow(-1).param}&q=algebra`);
  await expect(page.getByText(/^36 sessions match/)).toBeVisible();
  const bar = page.getByRole('region', { name: 'Selection' });
  await page.keyboard.press('F6');
  await expect(page.getByRole('group', { name: 'Filters' }).locator(':focus')).toHaveCount(1);
  await press(page, 'F6');
  const rows = page.getByRole('row', { level: 1 });
  await expect(rows.first()).toBeFocused();
  await press(page, 'x');
  await expect(bar).toContainText('1 selected');
  await press(page, 'Shift+ArrowDown');
  await press(page, 'Shift+ArrowDown');
  await expect(bar).toContainText('3 selected');
  await press(page, 'Shift+ArrowUp');
  await expect(bar).toContainText('2 selected');
  await press(page, ' ');
  await expect(bar).toContainText('1 selected');
  await press(page, 'Control+a');
  await expect(bar).toContainText('36 selected');
  await press(page, 'F6');
  await expect(bar.locator(':focus')).toHaveCount(1);
  await press(page, 'Shift+F6');
  await expect(rows.nth(1)).toBeFocused();

  // Esc goes back one level at a time: the layer, the selection, the search.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'What to do' })).toBeFocused();
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(rows.nth(1)).toBeFocused();
  await expect(bar).toContainText('36 selected');
  await press(page, 'Escape');
  await expect(bar).toBeHidden();
  await expect(page).toHaveURL(/q=algebra/);
  await press(page, 'Escape');
  await expect(page).not.toHaveURL(/q=/);
  await press(page, '[');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(monthFromNow(-2).name);
  await page.keyboard.press(']');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(monthFromNow(-1).name);
});

test('text stays text in inputs, Esc goes back one level at a time, and single keys can be switched off', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(5);
  const search = page.getByRole('textbox', { name: 'Search sessions by name, id or key' });
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('gt[]/kd papers');
  await expect(search).toHaveValue('gt[]/kd papers');
  await expect(page.getByText("No session matches 'gt[]/kd papers'.")).toBeVisible();
  await expect(page).toHaveURL(/\/recordings\?q=/);
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(5);

  await page.getByRole('button', { name: 'Pick month' }).click();
  await page.getByRole('textbox', { name: 'Month' }).fill('20[]');
  await page.keyboard.press('[');
  await expect(page.getByRole('textbox', { name: 'Month' })).toHaveValue('20[][');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(monthFromNow(0).name);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Single-key shortcuts' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('[');
  await page.keyboard.press('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(monthFromNow(0).name);
  await expect(search).not.toBeFocused();
  await page.getByRole('link', { name: 'orchid-triage', exact: true }).click();
  await expect.poll(async () => (await readPlayback(page)).durationSeconds).toBe(90);
  await page.keyboard.press('5');
  await page.keyboard.press('v');
  await expect(page.getByRole('radio', { name: 'Gallery view' })).toBeChecked();
  expect((await readPlayback(page)).seconds).toBe(0);
  // Space and arrows are no characters that speech input could utter: they stay.
  await playerOf(page).getByRole('button', { name: 'play' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await readPlayback(page)).seconds).toBe(5);
});
