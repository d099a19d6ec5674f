import { expect, test } from '../fixtures.ts';
import { differenceOf, playerOf, readClock, readPlayback } from '../player.ts';
import {
  hasArrived,
  isPlayable,
  keepVoices,
  openRoom,
  pickView,
  readSecond,
  roomAccount,
  seekBarOf,
  seekTo,
  watchVoices,
} from '../room.ts';

test.use({ scene: { account: roomAccount } });
// Pictures are decoded without help here, and some of these tests watch them for a while.
test.describe.configure({ timeout: 150_000 });

/** Clocks that differ in less show the same second, see readClock. */
const sameSecond = 0.012;

test('at a chosen second, the clock in the picture of each view reads the same, whenever its file began', async ({
  page,
}) => {
  await openRoom(page);
  await playerOf(page).getByRole('button', { name: 'Speed 1×' }).click();
  await page.getByRole('menuitemradio', { name: '1.5×' }).click();
  await page.keyboard.press('c');
  await page.keyboard.press('ArrowDown');
  for (const { second, views } of [
    { second: 24.5, views: ['Gallery view', 'Speaker view'] },
    { second: 16.5, views: ['Speaker view', 'Screen share'] },
    { second: 44.5, views: ['Speaker view', 'Gallery view'] },
  ]) {
    const [first = '', second_ = ''] = views;
    if (!(await page.getByRole('radio', { name: first }).isChecked())) await pickView(page, first);
    await seekTo(page, second);
    const clock = await readClock(page);
    await pickView(page, second_);
    expect(Math.abs((await readSecond(page)) - second)).toBeLessThan(0.2);
    await expect.poll(async () => differenceOf(clock, await readClock(page))).toBeLessThan(sameSecond);
    // And it is the clock that tells them apart: five seconds on it reads something else.
    await seekTo(page, second + 2);
    expect(differenceOf(clock, await readClock(page))).toBeGreaterThan(sameSecond);
    // Whatever else the viewer chose stays.
    const state = await page.evaluate(() => {
      const video = document.querySelector('video');
      const isShown = [...(video?.textTracks ?? [])].some(({ mode }) => mode === 'showing');
      return { rate: video?.playbackRate, volume: video?.volume, isPaused: video?.paused, isShown };
    });
    expect(state).toEqual({ rate: 1.5, volume: 0.95, isPaused: true, isShown: true });
  }
  // Ada's own picture bears the same clock.
  await seekTo(page, 24.5);
  const clock = await readClock(page);
  await page.getByRole('button', { name: 'Play Ada Moreau — video' }).first().click();
  await expect.poll(async () => differenceOf(clock, await readClock(page))).toBeLessThan(sameSecond);
});

test('a view that does not hold the second jumps to where it goes on, and says so', async ({ page }) => {
  await openRoom(page);
  await pickView(page, 'Screen share');
  await expect.poll(() => readSecond(page)).toBe(12);
  await pickView(page, 'Speaker view');
  await seekTo(page, 3);
  await pickView(page, 'Screen share');
  await expect(page.getByText('This view starts 9 s later; jumped to its start.')).toBeVisible();
  await pickView(page, 'Gallery view');
  await expect(page.getByText('This view was not recorded here; jumped 8 s on.')).toBeVisible();
  expect(await readSecond(page)).toBe(20);
  await expect(seekBarOf(page)).toHaveAccessibleDescription(
    'Not recorded: 0:08 to 0:20, 0:28 to 0:40, 0:48 to 1:30',
  );
});

test('three parts with gaps between them play through, and captions of the whole session fit each', async ({
  page,
}) => {
  await openRoom(page);
  await page.keyboard.press('c');
  for (let press = 0; press < 6; press += 1) await page.keyboard.press('>');
  await page.evaluate(() => {
    const seen: { second: number; src: string }[] = [];
    Object.assign(window, { seen });
    const video = document.querySelector('video');
    const bar = document.querySelector<HTMLInputElement>('input[aria-label="Seek"]');
    video?.addEventListener('timeupdate', () => {
      if (!video.seeking) seen.push({ second: bar?.valueAsNumber ?? -1, src: video.currentSrc });
    });
  });
  await page.keyboard.press('k');
  await expect.poll(() => readSecond(page), { timeout: 100_000 }).toBeGreaterThan(47.8);
  await expect.poll(async () => (await readPlayback(page)).isPaused).toBe(true);
  const seen = await page.evaluate(
    () => (window as unknown as { seen: { second: number; src: string }[] }).seen,
  );
  expect(new Set(seen.map(({ src }) => src)).size).toBe(3);
  const isRecorded = (second: number) => [0, 20, 40].some((from) => second >= from && second <= from + 8.3);
  expect(seen.filter(({ second }) => !isRecorded(second))).toEqual([]);
  // Over the second part, which begins at 20, a line of 23.9 stands at 3.9.
  await seekTo(page, 25);
  const cue = await page.evaluate(() => {
    const track = [...(document.querySelector('video')?.textTracks ?? [])].find(
      ({ mode }) => mode === 'showing',
    );
    const [active] = [...(track?.activeCues ?? [])];
    return active instanceof VTTCue ? { text: active.text, start: active.startTime } : null;
  });
  expect(cue).toEqual({ text: 'On a scale from zero to ten?', start: expect.closeTo(3.9, 2) });
});

test('single voices sound in step with the picture, each with its own switches', async ({ page }) => {
  await keepVoices(page);
  await openRoom(page);
  await pickView(page, 'Speaker view');
  await page.getByRole('switch', { name: 'Voices one by one' }).click();
  await page.keyboard.press('Escape');
  await playerOf(page).getByRole('button', { name: 'play' }).click();
  await expect.poll(() => readSecond(page)).toBeGreaterThan(3);
  const { drifts, ...state } = await watchVoices(page, 5);
  expect(state).toEqual({ voices: 2, areSounding: true, isPictureSilent: true });
  expect(Math.max(...drifts)).toBeLessThan(0.1);

  const heard = () =>
    page.evaluate(() =>
      (window as unknown as { voices: HTMLAudioElement[] }).voices.map(({ title, muted }) => [title, !muted]),
    );
  await page.getByRole('button', { name: 'Mute Ada Moreau' }).click();
  expect(await heard()).toEqual([
    ['Ada Moreau', false],
    ['Sam Okoye', true],
  ]);
  await page.getByRole('button', { name: 'Solo Ada Moreau' }).click();
  expect(await heard()).toEqual([
    ['Ada Moreau', true],
    ['Sam Okoye', false],
  ]);
  // A seek takes the voices along; without them the picture sounds again.
  await seekTo(page, 5);
  expect(Math.max(...(await watchVoices(page, 2)).drifts)).toBeLessThan(0.1);
  await page.getByRole('switch', { name: 'Voices one by one' }).click();
  expect(await page.evaluate(() => document.querySelector('video')?.muted)).toBe(false);
  await expect
    .poll(() =>
      page.evaluate(() =>
        (window as unknown as { voices: HTMLAudioElement[] }).voices.every((one) => one.paused),
      ),
    )
    .toBe(true);
});

test('a deep link opens its view at its second; later one goes on where one left off', async ({ page }) => {
  await openRoom(page);
  const room = new URL(page.url()).pathname;
  await page.goto(`${room}?view=speaker&t=30`);
  await isPlayable(page);
  await expect(page.getByRole('radio', { name: 'Speaker view' })).toBeChecked();
  expect(await readSecond(page)).toBe(30);
  const kept = page.waitForResponse((response) => response.request().method() === 'PUT');
  await seekTo(page, 33.4);
  expect((await kept).ok()).toBe(true);
  await expect(page).toHaveURL(/[?&]t=33/);

  await page.goto('/');
  await page
    .getByRole('link', { name: /^orchid-care-conference/ })
    .first()
    .click();
  await expect(page.getByText('Resumed where you left off, at 0:33.')).toBeVisible();
  // The default view was not recorded at that second: it must not have been gone through.
  await expect(page.getByRole('radio', { name: 'Speaker view' })).toBeChecked();
  await hasArrived(page);
  expect(await readSecond(page)).toBe(33);
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect.poll(() => readSecond(page)).toBe(0);
  await expect(page.getByRole('radio', { name: 'Speaker view' })).toBeChecked();
  await expect(page.getByText(/^Resumed/)).toBeHidden();
});

test('the sessions above and below follow the order of the list one came from', async ({ page }) => {
  const title = page.getByRole('heading', { level: 1 });
  await openRoom(page);
  await page.getByRole('link', { name: 'Next session: the-older' }).click();
  await expect(title).toHaveText('the-older');
  await expect(page.getByRole('link', { name: /^Next session/ })).toHaveCount(0);
  await page.keyboard.press('[');
  await expect(title).toHaveText(/^orchid-care-conference/);
  await page.keyboard.press('[');
  await expect(title).toHaveText('the-newer');
  await page.goto('/recordings?sort=start');
  await page.getByRole('link', { name: 'the-newer', exact: true }).click();
  await expect(page.getByRole('link', { name: /^Previous session: orchid/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: /^Previous session: orchid/ })).toBeVisible();
});

test('a picture of the second under the pointer is made from the video, and only when it is asked for', async ({
  page,
}) => {
  const asked: string[] = [];
  await openRoom(page);
  await pickView(page, 'Speaker view');
  page.on('request', (request) => asked.push(request.url()));
  const box = await seekBarOf(page).boundingBox();
  if (!box) throw new Error('no seek bar');
  expect(asked.filter((url) => url.includes('/content'))).toEqual([]);
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
  await expect(page.locator('canvas[data-drawn]')).toBeVisible();
  await expect(page.getByText('0:45', { exact: true })).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(page.locator('canvas')).toHaveCount(0);
});
