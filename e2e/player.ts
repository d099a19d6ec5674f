import type { Locator, Page } from '@playwright/test';

/** The player's controller carries the media element it controls (Media Chrome). */
interface Controller extends HTMLElement {
  media: HTMLVideoElement;
}

/** The region with the picture and the controls. */
export function playerOf(page: Page): Locator {
  return page.getByRole('region', { name: 'video player' });
}

/** Where the media element is, what it plays, and what it has of it. */
export function readPlayback(page: Page) {
  return playerOf(page).evaluate((element) => {
    // Media Chrome defines the property when its element is upgraded.
    const { media } = element as Controller;
    return {
      seconds: media.currentTime,
      isPaused: media.paused,
      isSeeking: media.seeking,
      rate: media.playbackRate,
      address: media.currentSrc,
      durationSeconds: media.duration,
      bufferedSeconds: media.buffered.length === 0 ? 0 : media.buffered.end(media.buffered.length - 1),
    };
  });
}

/** Moves playback as a drag of the time slider would; resolves when the picture of that second is there. */
export function seek(page: Page, seconds: number): Promise<void> {
  return playerOf(page).evaluate(async (element, target) => {
    const { media } = element as Controller;
    const arrived = new Promise<void>((resolve) => {
      media.addEventListener('seeked', () => resolve(), { once: true });
    });
    media.currentTime = target;
    await arrived;
  }, seconds);
}

/**
 * Hours, minutes and seconds of the clock that is burned into every demo video (scripts/demo-pictures.mjs), as dots: two
 * pictures of the same second give the same dots but for a few that compression blurs.
 */
export function readClock(page: Page): Promise<boolean[]> {
  return playerOf(page).evaluate((element) => {
    const { media } = element as Controller;
    const scale = media.videoWidth / 960;
    const box = { x: 664 * scale, y: 12 * scale, width: 184 * scale, height: 38 * scale };
    const canvas = document.createElement('canvas');
    canvas.width = 92;
    canvas.height = 19;
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('this browser draws no canvas');
    pen.drawImage(media, box.x, box.y, box.width, box.height, 0, 0, canvas.width, canvas.height);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    // The clock is yellow on almost black: its red says which dot is which.
    return Array.from({ length: data.length / 4 }, (_, dot) => (data[dot * 4] ?? 0) > 128);
  });
}

/** The share of dots that differ between two clocks: one other digit is about three in a hundred. */
export function differenceOf(a: readonly boolean[], b: readonly boolean[]): number {
  return a.filter((dot, index) => dot !== b[index]).length / a.length;
}
