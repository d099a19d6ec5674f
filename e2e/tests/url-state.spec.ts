import type { Page } from '@playwright/test';
import { createAccount } from '../../server/src/simulator/account.ts';
import { monthFromNow, recorded } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';
import { readPlayback, seek } from '../player.ts';

const before = monthFromNow(-1);

/** What a person sees of the list: its heading, its first rows, what is open, sorted and searched. */
function readView(page: Page) {
  return page.evaluate(() => ({
    address: location.pathname + location.search,
    title: document.title,
    heading: document.querySelector('h1')?.textContent,
    // How many are drawn below the window is nobody's business.
    rows: Array.from(document.querySelectorAll('[aria-level]'), (row) =>
      row.getAttribute('aria-label'),
    ).slice(0, 12),
    open: document.querySelectorAll('[aria-expanded=true][aria-level]').length,
    search: document.querySelector('input')?.value,
  }));
}

test('reload, Back and Forward give the same view at every step', async ({ page }) => {
  const rows = page.getByRole('row', { level: 1 });
  const steps: { act: () => Promise<void>; settled: () => Promise<void> }[] = [
    {
      act: async () => void (await page.goto('/')),
      settled: () => expect(rows).toHaveCount(5),
    },
    {
      act: () => page.getByRole('button', { name: `Previous month, ${before.name}` }).click(),
      settled: () => expect(page.getByText('36 sessions · ')).toBeVisible(),
    },
    {
      act: async () => {
        await page.getByRole('button', { name: 'Any file' }).click();
        await page.getByRole('menuitemcheckbox', { name: 'Chat' }).click();
        await page.keyboard.press('Escape');
      },
      settled: () => expect(page.getByText('18 sessions · ')).toBeVisible(),
    },
    {
      act: async () => {
        await page.getByRole('button', { name: 'Session', exact: true }).click();
        await page.getByRole('textbox', { name: /^Search/ }).fill('algebra-1');
        await page.getByRole('button', { name: 'Show files of algebra-12' }).click();
      },
      settled: async () => {
        await expect(rows).toHaveCount(5);
        await expect(page.getByRole('row', { level: 2 })).toHaveCount(3);
      },
    },
    {
      act: () => page.getByRole('link', { name: 'Trash' }).click(),
      settled: () => expect(rows).toHaveCount(3),
    },
    {
      act: () => page.getByRole('link', { name: 'Single files' }).click(),
      settled: () => expect(rows).toHaveCount(2),
    },
  ];
  const views: Awaited<ReturnType<typeof readView>>[] = [];
  for (const { act, settled } of steps) {
    await act();
    await settled();
    views.push(await readView(page));
    await page.reload();
    await settled();
    expect(await readView(page)).toEqual(views.at(-1));
  }
  const last = steps.length - 1;
  for (let step = last - 1; step >= 0; step -= 1) {
    await page.goBack();
    await steps[step]?.settled();
    expect(await readView(page)).toEqual(views[step]);
  }
  await page.goForward();
  await steps[1]?.settled();
  expect(await readView(page)).toEqual(views[1]);
});

test('a link to a second of a view opens there, and Back leads to the list as it was', async ({ page }) => {
  await page.goto(`/recordings?month=${before.param}&q=algebra-04`);
  await page.getByRole('button', { name: 'Show files of algebra-04' }).click();
  await page.getByRole('row', { name: /^Speaker view, / }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'Speaker view' })).toBeChecked();
  await expect.poll(async () => (await readPlayback(page)).durationSeconds).toBe(90);
  await seek(page, 33);
  await expect(page).toHaveURL(/[?&]t=33/);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Speaker view' })).toBeChecked();
  await expect.poll(async () => (await readPlayback(page)).seconds).toBe(33);
  await page.goBack();
  await expect(page).toHaveURL(/\/recordings\?.*q=algebra-04/);
  await expect(page.getByRole('row', { level: 2 })).toHaveCount(3);
  await page.goForward();
  await expect.poll(async () => (await readPlayback(page)).seconds).toBe(33);
});

for (const { zone, first, last, note } of [
  { zone: 'Pacific/Kiritimati', first: '14:00', last: '13:59', note: 'last' },
  { zone: 'America/Los_Angeles', first: /1[67]:00/, last: /1[56]:59/, note: 'first' },
] as const) {
  test.describe(`a reader in ${zone}`, () => {
    const edges = () => {
      const nextStartMs = monthFromNow(0).startMs;
      return createAccount([
        recorded({ name: 'first-second', startMs: before.startMs, types: ['audio_only'] }),
        recorded({ name: 'last-second', startMs: nextStartMs - 1000, types: ['audio_only'] }),
        recorded({ name: 'next-month', startMs: nextStartMs, types: ['audio_only'] }),
      ]);
    };
    test.use({ timezoneId: zone, scene: { account: edges } });

    test('sees Zoom’s UTC month with its rows in local time', async ({ page }) => {
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        `Recordings, ${monthFromNow(0).name} UTC`,
      );
      await expect(page.getByRole('row', { level: 1 })).toHaveCount(1);
      await page.getByRole('button', { name: 'Previous month' }).click();
      await expect(page.getByRole('row', { level: 1 })).toHaveCount(2);
      const rows = {
        first: page.getByRole('row', { name: /^first/ }),
        last: page.getByRole('row', { name: /^last/ }),
      };
      await expect(rows.first).toContainText(first);
      await expect(rows.last).toContainText(last);
      // The row that lies in another month for this reader says so.
      await expect(rows[note]).toContainText('your time');
    });
  });
}
