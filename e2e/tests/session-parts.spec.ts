import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { readPlayback } from '../player.ts';
import { openRoom, readSecond, roomAccount } from '../room.ts';

test.use({ scene: { account: roomAccount } });
// Pictures are decoded without help here, and these tests watch three parts to their end.
test.describe.configure({ timeout: 150_000 });

/** The addresses of the gallery view's three parts, in order. */
async function findParts(page: Page): Promise<string[]> {
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const session: { files: { id: string; recordingType: string; startTime: string }[] } = await (
    await page.request.get(`/api/sessions/${id}`)
  ).json();
  return session.files
    .filter(({ recordingType }) => recordingType === 'gallery_view')
    .toSorted((a, b) => a.startTime.localeCompare(b.startTime))
    .map((file) => `/api/files/${encodeURIComponent(file.id)}/content`);
}

/** What stands in the picture's place whenever a part is loaded, and whenever it is there. */
function noteParts(page: Page): Promise<void> {
  return page.evaluate(() => {
    const notes: string[] = [];
    Object.assign(window, { notes });
    const [video, spare] = document.querySelectorAll('video');
    for (const type of ['loadstart', 'loadeddata']) {
      video?.addEventListener(type, () => {
        const cover = spare?.dataset.shown === undefined ? 'nothing' : 'its first picture';
        notes.push(`${type} ${video.getAttribute('src')} under ${cover}`);
      });
    }
  });
}

const notesOf = (page: Page) => page.evaluate(() => (window as unknown as { notes: string[] }).notes);

test('each part is there before the one before it ends, with speed, volume and captions as they were', async ({
  page,
  simulator,
}) => {
  await openRoom(page);
  const [one, two, three] = await findParts(page);
  await page.keyboard.press('c');
  await page.keyboard.press('ArrowDown');
  for (const _ of ['1.25', '1.5']) await page.keyboard.press('>');
  await noteParts(page);
  simulator.faults.add('cdn', { kind: 'latency', ms: 800 });
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === two || pathname === three) asked.push(pathname === two ? 'two' : 'three');
  });
  expect(asked).toEqual([]);
  await page.keyboard.press('k');
  await expect.poll(() => asked).toContain('two');
  expect((await readPlayback(page)).address).toContain(one);
  expect(asked).not.toContain('three');
  await expect.poll(() => readSecond(page), { timeout: 100_000 }).toBeGreaterThan(47.8);
  await expect.poll(async () => (await readPlayback(page)).isPaused).toBe(true);
  expect(await notesOf(page)).toEqual([
    `loadstart ${two} under its first picture`,
    `loadeddata ${two} under nothing`,
    `loadstart ${three} under its first picture`,
    `loadeddata ${three} under nothing`,
  ]);
  const state = await page.evaluate(() => {
    const [video, spare] = document.querySelectorAll('video');
    const isShown = [...(video?.textTracks ?? [])].some(({ mode }) => mode === 'showing');
    return { rate: video?.playbackRate, volume: video?.volume, isShown, left: spare?.hasAttribute('src') };
  });
  expect(state).toEqual({ rate: 1.5, volume: 0.95, isShown: true, left: false });
});

test('nothing is fetched for whoever does not play, and a part that cannot be had disturbs not the one before', async ({
  page,
}) => {
  await openRoom(page);
  const [one, two = ''] = await findParts(page);
  let refused = 0;
  await page.route(`**${two}`, async (route) => {
    refused += 1;
    await route.abort('connectionreset');
  });
  await page.getByRole('slider', { name: 'Seek' }).fill('3');
  await expect.poll(async () => (await readPlayback(page)).isSeeking).toBe(false);
  expect(refused).toBe(0);
  await page.keyboard.press('k');
  await expect.poll(() => refused).toBeGreaterThan(0);
  const before = await readPlayback(page);
  expect([before.address.endsWith(one ?? ''), before.isPaused]).toEqual([true, false]);
  await expect.poll(async () => (await readPlayback(page)).seconds).toBeGreaterThan(before.seconds + 1);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.unroute(`**${two}`);
  await expect.poll(() => readSecond(page), { timeout: 30_000 }).toBeGreaterThan(21);
  expect((await readPlayback(page)).address).toContain(two);
});
