import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { clinicAccount, monthFromNow, recorded, thisMonth } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';

test.use({
  contextOptions: { reducedMotion: 'reduce' },
  scene: { account: clinicAccount, settings: { MATINEE_HISTORY_SINCE: monthFromNow(-2).param } },
});

const [now, before] = [monthFromNow(0), monthFromNow(-1)];

async function isAccessible(page: Page, place: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations
      .filter(({ tags }) => tags.some((tag) => tag.startsWith('wcag')))
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`);
    expect.soft(found, `${place}, ${colorScheme}`).toEqual([]);
  }
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('navigation', { name: 'Months' })).toBeVisible();
}

test('the strip is walked by keys, tells of its month, and reads it again', async ({ page }) => {
  await open(page, '/');
  const strip = page.getByRole('navigation', { name: 'Months' });
  await strip.getByRole('link', { name: new RegExp(`^${now.name}, .*, 5 sessions$`) }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(before.name);
  await expect(
    strip.getByRole('link', { name: new RegExp(`^${before.name}, .*, 36 sessions$`) }),
  ).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: `About ${before.name}: complete` }).press('Enter');
  const details = page.getByRole('dialog', { name: `About ${before.name}` });
  await expect(details.getByRole('heading', { name: before.name })).toBeFocused();
  await expect(details).toContainText('Zoom counts36');
  await isAccessible(page, 'details of a month');
  await details.getByRole('button', { name: 'Read again' }).click();
  await expect(details).toContainText('Complete');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'As table' }).click();
  await expect(
    page.getByRole('row', { name: new RegExp(`^${before.name} .* 36 36 complete`) }),
  ).toBeVisible();
  await isAccessible(page, 'months as a table');
});

test('filters narrow month and library, and say what would bring more', async ({ page }) => {
  await open(page, `/recordings?month=${before.param}&q=algebra`);
  await expect(page.getByText(`36 sessions match 'algebra' in ${before.name}`)).toBeVisible();
  await page.getByRole('button', { name: 'Any length' }).click();
  await expect(page.getByRole('button', { name: '1 h or more' })).toBeVisible();
  await isAccessible(page, 'panel of lengths');
  await page.getByRole('button', { name: '1 h or more' }).click();
  await expect(page).toHaveURL(/[?&]length=60-/);
  await expect(page.getByText("No session matches 'algebra' and passes these filters.")).toBeVisible();
  const relaxation = page.getByRole('button', { name: 'Without Length: 1 h or more (36 sessions)' });
  await expect(relaxation).toBeVisible();
  await isAccessible(page, 'nothing matches');
  await relaxation.click();
  await page.getByRole('button', { name: 'Everywhere' }).click();
  await expect(page.getByText("36 sessions match 'algebra' everywhere")).toBeVisible();
  await page.getByRole('button', { name: `In ${before.name}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(before.name);
});

test('a search is saved, found in another browser, and deleted', async ({ page, browser, server }) => {
  await open(page, `/recordings?month=${before.param}&q=algebra-1`);
  await page.getByRole('button', { name: 'Saved searches' }).click();
  await page.getByRole('textbox', { name: 'Save this search as' }).fill('First algebra');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved as First algebra.')).toBeVisible();
  await isAccessible(page, 'saved searches');
  const other = await browser.newPage({ baseURL: server.url });
  await other.goto('/recordings');
  await other.getByRole('button', { name: 'Saved searches' }).click();
  await other.getByRole('button', { name: 'First algebra', exact: true }).click();
  await expect(other).toHaveURL(new RegExp(`month=${before.param}&q=algebra-1$`));
  await other.getByRole('button', { name: 'Saved searches' }).click();
  await other.getByRole('button', { name: 'Delete First algebra' }).click();
  await other.getByRole('button', { name: 'Delete First algebra for good' }).click();
  await expect(other.getByText('Nothing is saved yet.')).toBeVisible();
  await other.close();
});

test('what a pass lands waits behind a chip while the pointer is among the rows', async ({
  page,
  simulator,
}) => {
  await open(page, '/');
  const first = page.getByRole('row', { level: 1 }).first();
  await expect(first).toHaveAccessibleName(/^orchid-triage, /);
  await first.hover();
  simulator.account.sessions.push(recorded({ name: 'just-ended', startMs: thisMonth(0.9999) }));
  const days = { from: `${now.param}-01`, to: `${now.param}-28` };
  await page.request.post('/api/refresh', { data: days, headers: { 'x-matinee': '1' } });
  const chip = page.getByRole('button', { name: '1 new' });
  await expect(chip).toBeVisible();
  await expect(first).toHaveAccessibleName(/^orchid-triage, /);
  await isAccessible(page, 'a new row waits');
  await chip.click();
  await expect(page.getByRole('row', { name: /^just-ended, / })).toBeFocused();
});
