import type { Page } from '@playwright/test';
import { createAccount, type SimulatedAccount } from '../server/src/simulator/account.ts';
import { createRandom } from '../server/src/simulator/random.ts';
import { createRoomSession } from '../server/src/simulator/room-session.ts';
import { recorded, thisMonth } from './accounts.ts';
import { readPlayback } from './player.ts';

/** A session that has everything, between two plain ones, all of this month. */
export function roomAccount(): SimulatedAccount {
  return createAccount([
    recorded({ name: 'the-newer', startMs: thisMonth(0.9) }),
    createRoomSession({ startMs: thisMonth(0.5), random: createRandom(7) }),
    recorded({ name: 'the-older', startMs: thisMonth(0.1) }),
  ]);
}

/** Opens that session from its list, and waits until its first picture can be played. */
export async function openRoom(page: Page): Promise<void> {
  await page.goto('/');
  await page
    .getByRole('link', { name: /^orchid-care-conference/ })
    .first()
    .click();
  await isPlayable(page);
}

/** Waits until there is a picture. */
export async function isPlayable(page: Page): Promise<void> {
  await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2);
}

/** The slider over the whole session. */
export function seekBarOf(page: Page) {
  return page.getByRole('slider', { name: 'Seek' });
}

/** The session's second, as the seek bar has it. */
export async function readSecond(page: Page): Promise<number> {
  return Number(await seekBarOf(page).inputValue());
}

/** Moves the seek bar to a second of the session and waits for its picture. */
export async function seekTo(page: Page, seconds: number): Promise<void> {
  await seekBarOf(page).fill(String(seconds));
  await hasArrived(page);
}

/** Waits until the element has the picture it was sent to. */
export async function hasArrived(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const video = document.querySelector('video');
    return video !== null && video.readyState >= 2 && !video.seeking;
  });
}

/** Picks a view and waits until its file is in the player and has its picture. */
export async function pickView(page: Page, name: string): Promise<void> {
  const { address } = await readPlayback(page);
  await page.getByRole('radio', { name, exact: true }).check();
  await page.waitForFunction((before) => document.querySelector('video')?.currentSrc !== before, address);
  await hasArrived(page);
}

/**
 * Listens to so many seconds of playing, and tells how far each voice was from the picture at each look, in seconds. A machine too busy to show
 * the picture in time is given a second and a half to come round: what it does meanwhile is left out, and does not count as listened to.
 */
export function watchVoices(page: Page, seconds: number) {
  return page.evaluate(async (wantedSeconds) => {
    const { voices } = window as unknown as { voices: HTMLAudioElement[] };
    const video = document.querySelector('video');
    if (!video) throw new Error('no picture');
    const drifts: number[] = [];
    const looks: { wall: number; media: number }[] = [];
    while (drifts.length < wantedSeconds * 10 * voices.length) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      looks.push({ wall: performance.now() / 1000, media: video.currentTime });
      const [now, before] = [looks.at(-1), looks.at(-16)];
      if (!now || !before) continue;
      const lost = now.wall - before.wall - (now.media - before.media);
      if (Math.abs(lost) > 0.05 || now.wall - before.wall > 2) continue;
      drifts.push(...voices.map((voice) => Math.abs(voice.currentTime - video.currentTime)));
    }
    const areSounding = voices.every(({ paused, muted }) => !paused && !muted);
    return { voices: voices.length, areSounding, isPictureSilent: video.muted, drifts };
  }, seconds);
}

/** How far single voices were from each other while somebody listened. */
export interface HeardVoices {
  voices: number;
  /** Looks at which at least two of them sounded. */
  looks: number;
  /** The widest that any two of them were apart, in seconds. */
  worstSeconds: number;
}

const lookEveryMs = 50;

/** Makes the page keep every voice that it makes, so that a test can look at them. To be called before the page is opened. */
export async function keepVoices(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const voices: HTMLAudioElement[] = [];
    Object.assign(window, {
      voices,
      Audio: class extends Audio {
        constructor() {
          super();
          voices.push(this);
        }
      },
    });
  });
}

/**
 * Looks at the voices twenty times a second from now on, and at no time looks away: whatever any two of them were apart while both sounded counts.
 * A voice that waits for its bytes or is on its way to another second does not sound.
 */
export async function listenToVoices(page: Page) {
  await page.evaluate((everyMs) => {
    const heard: HeardVoices = { voices: 0, looks: 0, worstSeconds: 0 };
    const look = () => {
      const { voices } = window as unknown as { voices: HTMLAudioElement[] };
      const sounding = voices.filter(
        ({ paused, muted, seeking, readyState }) => !paused && !muted && !seeking && readyState >= 3,
      );
      const places = sounding.map(({ currentTime }) => currentTime);
      heard.voices = Math.max(heard.voices, places.length);
      if (places.length < 2) return;
      heard.looks += 1;
      heard.worstSeconds = Math.max(heard.worstSeconds, Math.max(...places) - Math.min(...places));
    };
    setInterval(look, everyMs);
    Object.assign(window, { heard });
  }, lookEveryMs);
  const read = () => page.evaluate(() => (window as unknown as { heard: HeardVoices }).heard);
  return {
    read,
    /** Waits until so many more seconds of them have been heard. */
    async hear(seconds: number): Promise<void> {
      const { looks } = await read();
      const enough = looks + (seconds * 1000) / lookEveryMs;
      await page.waitForFunction(
        (wanted) => (window as unknown as { heard: HeardVoices }).heard.looks >= wanted,
        enough,
        { timeout: 0 },
      );
    },
  };
}
