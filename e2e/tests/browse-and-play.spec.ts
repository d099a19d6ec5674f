import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { SimulatedFile } from '../../server/src/simulator/account.ts';
import { openContent } from '../../server/src/simulator/file-content.ts';
import type { Simulator } from '../../server/src/simulator/simulator.ts';
import { monthFromNow } from '../accounts.ts';
import { expect, test } from '../fixtures.ts';
import { differenceOf, playerOf, readClock, readPlayback, seek } from '../player.ts';

/** Clocks that differ in less show the same second, see readClock. */
const sameSecond = 0.012;
const before = monthFromNow(-1);

function sessionsIn(page: Page) {
  return page.getByRole('row', { level: 1 });
}

async function isPicked(page: Page, month: { name: string }): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: `Recordings, ${month.name} UTC` })).toBeVisible();
}

function fileOf(simulator: Simulator, { session, type }: { session: string; type: string }): SimulatedFile {
  const found = simulator.account.sessions
    .find(({ session_name: name }) => name === session)
    ?.recording_files?.find((file) => file?.recording_type === type);
  if (!found) throw new Error(`the account has no ${type} of ${session}`);
  return found;
}

function bytesOf(file: SimulatedFile): Buffer {
  const { sizeBytes, slice } = openContent(file.content);
  return slice(0, sizeBytes);
}

test('a month is stepped to, picked and typed; an empty one leads to the nearest full one', async ({
  page,
}) => {
  const winter = monthFromNow(-3);
  const empty = monthFromNow(-2);
  await page.goto('/');
  await expect(page).toHaveURL('/recordings');
  await isPicked(page, monthFromNow(0));
  await expect(sessionsIn(page)).toHaveCount(5);
  await expect(page.getByText('End of')).toHaveText(`End of ${monthFromNow(0).name} · 5 sessions`);
  await expect(page.getByRole('button', { name: 'Next month' })).toBeDisabled();

  await page.getByRole('button', { name: `Previous month, ${before.name}` }).click();
  await isPicked(page, before);
  await expect(page).toHaveURL(`/recordings?month=${before.param}`);
  await expect(page).toHaveTitle(`Recordings, ${before.name} · Matinee`);
  await expect(page.getByRole('status').filter({ hasText: '36 sessions' })).toBeVisible();
  await expect(page.getByText(/Read \d\d:\d\d · complete · 36 of 36/)).toBeVisible();
  await page.getByRole('button', { name: 'Next month' }).click();
  await isPicked(page, monthFromNow(0));

  await page.getByRole('button', { name: 'Pick month' }).click();
  const panel = page.getByRole('dialog', { name: /^Pick / });
  if (winter.param.slice(0, 4) !== monthFromNow(0).param.slice(0, 4)) {
    await panel.getByRole('button', { name: 'Previous year' }).click();
  }
  await panel.getByRole('button', { name: winter.name }).click();
  await isPicked(page, winter);
  await expect(panel).toBeHidden();
  await expect(sessionsIn(page)).toHaveCount(5);

  await page.getByRole('button', { name: 'Pick month' }).click();
  await panel.getByRole('textbox', { name: 'Month' }).fill('2026-13');
  await panel.getByRole('button', { name: 'Go' }).click();
  await expect(panel.getByText('A month looks like 2026-11.')).toBeVisible();
  await panel.getByRole('textbox', { name: 'Month' }).fill(empty.param);
  await panel.getByRole('button', { name: 'Go' }).click();
  await isPicked(page, empty);
  await expect(page.getByText(`No recordings in ${empty.name}.`)).toBeVisible();
  await page.getByRole('button', { name: /^Go to / }).click();
  await isPicked(page, winter);

  await page.keyboard.press(']');
  await isPicked(page, empty);
  await page.keyboard.press('[');
  await isPicked(page, winter);
});

test('a month is searched, narrowed to a kind of file and sorted', async ({ page }) => {
  await page.goto(`/recordings?month=${before.param}`);
  await expect(page.getByText('36 sessions · ')).toBeVisible();
  const search = page.getByRole('textbox', { name: 'Search sessions by name, id or key' });
  await search.fill('ALGEBRA-07');
  await expect(page.getByRole('status').filter({ hasText: 'match' })).toHaveText(
    `1 session matches 'ALGEBRA-07' in ${before.name}`,
  );
  await expect(sessionsIn(page)).toHaveCount(1);
  await expect(page).toHaveURL(/[?&]q=ALGEBRA-07/);
  await search.fill('orchid');
  await expect(page.getByText("No session matches 'orchid'.")).toBeVisible();
  await page.getByRole('button', { name: 'Search everywhere' }).click();
  await expect(page.getByRole('link', { name: 'orchid-triage', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recordings, All months');
  await page.goBack();
  await page.getByRole('button', { name: 'Clear search' }).last().click();
  await expect(page.getByText('36 sessions · ')).toBeVisible();

  await page.getByRole('button', { name: 'Any file' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Chat' }).click();
  await expect(page.getByText('18 sessions · ')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/[?&]type=chat/);

  await page.getByRole('button', { name: 'Length', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Length' })).toHaveAttribute('aria-sort', 'descending');
  await expect(sessionsIn(page).first()).toHaveAccessibleName(/^algebra-34, .*, 54 minutes, 3 files, /);
  await page.getByRole('button', { name: 'Length', exact: true }).click();
  await expect(sessionsIn(page).first()).toHaveAccessibleName(/^algebra-00, .*, 20 minutes, 3 files, /);
});

test('a session is expanded, played, sought in and switched to another view at the same moment', async ({
  page,
  simulator,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Show files of orchid-triage' }).click();
  await expect(page.getByRole('row', { level: 2 })).toHaveCount(8);
  await page.getByRole('row', { name: /^Gallery view, MP4/ }).hover();
  await page.getByRole('link', { name: 'Play Gallery view' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'orchid-triage' })).toBeFocused();
  await expect.poll(async () => (await readPlayback(page)).durationSeconds).toBe(90);
  const first = await readClock(page);

  await playerOf(page).getByRole('button', { name: 'play' }).click();
  await expect.poll(async () => (await readPlayback(page)).seconds).toBeGreaterThan(1.5);
  await expect.poll(async () => differenceOf(first, await readClock(page))).toBeGreaterThan(sameSecond);
  await playerOf(page).getByRole('button', { name: 'pause' }).click();

  // A seek lands on the picture of its second, in each view the same.
  await seek(page, 42.5);
  const answer = await readClock(page);
  expect(differenceOf(first, answer)).toBeGreaterThan(sameSecond);
  await expect(page).toHaveURL(/[?&]t=42/);
  for (const view of ['Speaker view', 'Screen share']) {
    const { address } = await readPlayback(page);
    await page.getByRole('radio', { name: view }).check();
    await expect.poll(async () => (await readPlayback(page)).address).not.toBe(address);
    await expect.poll(async () => Math.floor((await readPlayback(page)).seconds)).toBe(42);
    await expect.poll(async () => differenceOf(answer, await readClock(page))).toBeLessThan(sameSecond);
    expect((await readPlayback(page)).isPaused).toBe(true);
  }
  await expect(page).toHaveURL(/[?&]view=screen/);

  // While it plays it goes on playing; sound alone keeps the place too.
  await playerOf(page).getByRole('button', { name: 'play' }).click();
  await page.getByRole('radio', { name: 'Audio only' }).check();
  await expect.poll(async () => (await readPlayback(page)).seconds).toBeGreaterThan(43.5);
  expect((await readPlayback(page)).isPaused).toBe(false);
  await expect(playerOf(page).getByText('orchid-triage')).toBeVisible();
  await playerOf(page).getByRole('button', { name: 'pause' }).click();

  // A copied link opens the same view at the same second.
  await expect(page).toHaveURL(/[?&]t=4[3-9]/);
  await page.goto(page.url());
  await expect(page.getByRole('radio', { name: 'Audio only' })).toBeChecked();
  await expect.poll(async () => (await readPlayback(page)).seconds).toBeGreaterThan(42);
  // The CDN never saw a token of ours.
  const fromCdn = simulator.log.filter(({ host }) => host === 'cdn');
  expect(fromCdn.length).toBeGreaterThan(0);
  expect(new Set(fromCdn.map(({ authorization }) => authorization))).toEqual(new Set(['none']));
});

test('a seek in a recording that comes slowly costs one request upstream', async ({ page, simulator }) => {
  simulator.faults.add('cdn', { kind: 'bandwidth', bytesPerSecond: 60_000 });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/content')) asked.push(request.headers().range ?? 'all of it');
  });
  await page.goto('/');
  await page.getByRole('link', { name: 'orchid-triage', exact: true }).click();
  await expect.poll(async () => (await readPlayback(page)).durationSeconds).toBe(90);
  for (const seconds of [80, 30, 60]) {
    const known = { asked: asked.length, upstream: simulator.log.length };
    const { bufferedSeconds } = await readPlayback(page);
    if (bufferedSeconds > seconds) continue;
    await seek(page, seconds);
    const made = simulator.log.slice(known.upstream).filter(({ path }) => !path.endsWith('/sessions'));
    expect(made.map(({ host }) => host)).toEqual(asked.slice(known.asked).map(() => 'cdn'));
    expect(made.length).toBeGreaterThanOrEqual(1);
  }
  expect(asked.length).toBeGreaterThanOrEqual(2);
});

test('what is downloaded is what Zoom holds, under a name that says what it is', async ({
  page,
  simulator,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'orchid-triage', exact: true }).click();
  const start = simulator.account.sessions
    .find(({ session_name: name }) => name === 'orchid-triage')
    ?.start_time.slice(0, 16)
    .replace('T', ' ')
    .replace(':', '.');
  const wanted = [
    { label: 'Gallery view', type: 'gallery_view', extension: 'mp4' },
    { label: 'Audio only', type: 'audio_only', extension: 'm4a' },
    { label: 'Transcript', type: 'audio_transcript', extension: 'vtt' },
    { label: 'Chat', type: 'chat_file', extension: 'txt' },
  ];
  for (const { label, type, extension } of wanted) {
    const file = fileOf(simulator, { session: 'orchid-triage', type });
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    const started = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: label }).click();
    const download = await started;
    expect(download.suggestedFilename()).toBe(
      `${start} orchid-triage - ${label} - ${file.id?.slice(0, 8)}.${extension}`,
    );
    const bytes = await readFile(await download.path());
    expect(bytes.equals(bytesOf(file))).toBe(true);
  }

  await page.getByRole('link', { name: monthFromNow(0).name }).click();
  await page.getByRole('button', { name: 'Show files of orchid-triage' }).click();
  await page.getByRole('row', { name: /^Timeline, JSON/ }).focus();
  const started = page.waitForEvent('download');
  await page.keyboard.press('d');
  const bytes = await readFile(await (await started).path());
  expect(bytes.equals(bytesOf(fileOf(simulator, { session: 'orchid-triage', type: 'timeline' })))).toBe(true);
});
