import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { readPlayback } from '../player.ts';

test.use({ viewport: { width: 320, height: 640 } });

/** Nothing is wider than the window, and every target is 24 px large or stands apart (WCAG 2.2, 2.5.8). */
async function fits(page: Page, place: string): Promise<void> {
  const { content, window } = await page.evaluate(() => {
    // What is half under the sticky header would be measured by the half that is seen.
    scrollTo(0, 0);
    return { content: document.documentElement.scrollWidth, window: innerWidth };
  });
  expect.soft(content, place).toBeLessThanOrEqual(window);
  const { violations } = await new AxeBuilder({ page }).withRules('target-size').analyze();
  expect
    .soft(
      violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)),
      place,
    )
    .toEqual([]);
}

test('every screen fits a window of 320 px without scrolling both ways', async ({ page, simulator }) => {
  await page.goto('/');
  await expect(page.getByText(/· complete · 5 of 5$/)).toBeVisible();
  await fits(page, 'list');
  await page.getByRole('button', { name: 'Show files of maple-follow-up' }).click();
  await expect(page.getByRole('row', { name: /^Gallery view, / })).toBeVisible();
  await fits(page, 'expanded row');
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('Name');
  await expect(page.getByRole('row', { level: 1 }).first()).toHaveAccessibleName(/^maple-follow-up/);
  await page.getByRole('button', { name: 'Pick month' }).click();
  await expect(page.getByRole('textbox', { name: 'Month' })).toBeVisible();
  await fits(page, 'month popover');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Filters' }).click();
  await expect(page.getByRole('button', { name: 'Any participant' })).toBeVisible();
  await fits(page, 'filters');
  await page.getByRole('button', { name: 'Any file' }).click();
  await fits(page, 'filter menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Any length' }).click();
  await expect(page.getByRole('button', { name: '1 h or more' })).toBeVisible();
  await fits(page, 'panel of lengths');
  await page.keyboard.press('Escape');
  await page
    .getByRole('textbox', { name: /^Search/ })
    .fill('a name that is as long as a name can be'.repeat(3));
  await expect(page.getByText(/^No session matches/)).toBeVisible();
  await fits(page, 'no match');

  await page.goto('/trash');
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(3);
  await page.getByRole('button', { name: 'Show files of purged-today' }).click();
  await fits(page, 'trash');

  const laid = simulator.faults.add('api-list', { kind: 'unauthorized' });
  await page.goto('/');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await fits(page, 'failed');
  laid.remove();

  await page.getByRole('link', { name: 'maple-follow-up', exact: true }).click();
  await expect.poll(async () => (await readPlayback(page)).durationSeconds).toBe(90);
  await fits(page, 'session');
  await page.getByRole('tab', { name: 'Info' }).click();
  await page.getByText('All facts as JSON').first().click();
  await fits(page, 'info');
  await page.getByRole('tab', { name: 'Files' }).click();
  await page.getByRole('button', { name: 'Read Transcript' }).click();
  await expect(page.getByRole('region', { name: 'Transcript' })).toContainText('WEBVTT');
  await fits(page, 'text');
  await page.getByRole('radio', { name: 'Audio only' }).check();
  await expect.poll(async () => (await readPlayback(page)).durationSeconds).toBeGreaterThan(1);
  await fits(page, 'audio only');
  await page.goto('/s/bm8tc3VjaC1zZXNzaW9u');
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await fits(page, 'unknown session');
});

test('a row that is reached by key is never under the header', async ({ page }) => {
  await page.goto('/trash');
  await page.goto('/');
  await page.getByRole('button', { name: 'Previous month' }).click();
  await expect(page.getByText('36 sessions · ')).toBeVisible();
  await page.getByRole('row', { level: 1 }).first().focus();
  const header = page.getByRole('banner');
  for (const key of ['End', ...Array.from({ length: 20 }, () => 'ArrowUp')]) {
    await page.keyboard.press(key);
    const row = await page.evaluate(
      () => document.activeElement?.getBoundingClientRect().toJSON() as DOMRect,
    );
    const top = await header.boundingBox();
    expect(row.y).toBeGreaterThanOrEqual((top?.y ?? 0) + (top?.height ?? 0) - 1);
    expect(row.y + row.height).toBeLessThanOrEqual(641);
  }
});
