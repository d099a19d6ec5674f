import type { APIRequestContext, Page } from '@playwright/test';
import { volumeAccount } from '../../server/src/simulator/volume-account.ts';
import { monthFromNow } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';

const sessions = 100_000;
const month = monthFromNow(-2);
const mostNodes = 1500;
const firstRowsMs = 1500;
const mostHeapBytes = 150e6;

test.use({
  scene: {
    account: () => volumeAccount({ sessions, month: month.param, filesPerSession: 1 }),
    rates: 'unlimited',
    settings: { ZOOM_RATE_MEDIUM: '1000' },
  },
});

/** Leaves a mark in the page's own time when the first row is drawn. */
async function markFirstRow(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[role=row][aria-level]')) return;
      observer.disconnect();
      // A mark counts from the navigation's beginning; the frame that shows the row follows.
      requestAnimationFrame(() => performance.mark('first-row'));
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

/** How far the month is read; asked without a page, which would draw meanwhile. */
async function readWindow(request: APIRequestContext): Promise<unknown> {
  const answer = await request.get(`/api/sessions?month=${month.param}&limit=1`);
  const { windows } = (await answer.json()) as { windows: unknown[] };
  return windows[0];
}

function countNodes(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length);
}

/** What the page keeps after a collection of garbage, in bytes. */
async function measureHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** Where one looks there is a row, not the empty height of those that are not drawn. */
async function showsRows(page: Page): Promise<void> {
  const isRowInTheMiddle = () =>
    page.evaluate(() => {
      const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
      return middle?.closest('[role=row][aria-level]') != null;
    });
  await expect.poll(isRowInTheMiddle).toBe(true);
}

test('a month of 100,000 sessions opens at once, scrolls anywhere and is walked by key', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  await page.goto(`/recordings?month=${month.param}`);
  // Rows are there long before the month is read.
  await expect(page.getByRole('row', { level: 1 }).first()).toBeVisible();
  await expect(page.getByText(/^Reading from Zoom · /)).toBeVisible();
  await page.goto('about:blank');
  await expect
    .poll(() => readWindow(request), { timeout: 200_000, intervals: [2000] })
    .toMatchObject({ state: 'complete', records: sessions, reportedTotal: sessions });

  await markFirstRow(page);
  await page.goto(`/recordings?month=${month.param}`);
  await expect(page.getByRole('row', { name: /^volume-000000, / })).toBeVisible();
  await expect(page.getByText('100,000 sessions · ')).toBeVisible();
  const firstRow = await page.evaluate(() => performance.getEntriesByName('first-row')[0]?.startTime);
  expect(firstRow ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(firstRowsMs);
  await expect(page.getByRole('treegrid')).toHaveAttribute('aria-rowcount', String(sessions + 1));
  await expect(page.getByRole('checkbox', { name: /^Select volume-000000/ })).toBeVisible();

  // Rows come as one nears the end of those that are loaded; wherever one stops, there are rows and few nodes.
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Control+End');
    await page.mouse.wheel(0, 1_000_000);
    await showsRows(page);
    expect(await countNodes(page)).toBeLessThanOrEqual(mostNodes);
  }
  const loaded = await page.getByRole('row', { level: 1 }).last().getAttribute('aria-posinset');
  expect(Number(loaded)).toBeGreaterThan(1000);
  for (const share of [0.1, 0.9, 0.5, 0.25, 0.75, 0]) {
    await page.evaluate((part) => scrollTo(0, document.documentElement.scrollHeight * part), share);
    await showsRows(page);
    expect(await countNodes(page)).toBeLessThanOrEqual(mostNodes);
  }

  // A key held down repeats some thirty times a second; no row of it may be lost, nor the focus.
  await page.getByRole('row', { name: /^volume-000000, / }).focus();
  await page.evaluate(() => {
    document.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget === null) performance.mark('focus-lost');
    });
  });
  for (let press = 0; press < 200; press += 1) await page.keyboard.down('ArrowDown');
  await page.keyboard.up('ArrowDown');
  await expect(page.getByRole('row', { name: /^volume-000200, / })).toBeFocused();
  await expect(page.getByRole('row', { name: /^volume-000200, / })).toBeInViewport();
  expect(await page.evaluate(() => performance.getEntriesByName('focus-lost').length)).toBe(0);
  expect(await countNodes(page)).toBeLessThanOrEqual(mostNodes);

  // The active row stays in the page while one scrolls far away, so that the next key goes on from it.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.getByRole('row', { name: /^volume-000200, / })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('row', { name: /^volume-000201, / })).toBeFocused();
  await expect(page.getByRole('row', { name: /^volume-000201, / })).toBeInViewport();

  // Far jumps too: the row that is left and the one that is reached are in the page until the focus has moved.
  for (const key of ['End', 'PageUp', 'Home', 'PageDown', 'Control+a', 'ArrowDown']) {
    await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('row');
  }
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => performance.getEntriesByName('focus-lost').length)).toBe(0);
  expect(await measureHeap(page)).toBeLessThanOrEqual(mostHeapBytes);

  // Searching and sorting ask the catalog, not the page.
  await page.getByRole('textbox', { name: /^Search/ }).fill('volume-09999');
  await expect(page.getByRole('row', { level: 1 })).toHaveCount(10);
});
