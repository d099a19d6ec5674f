import { listen } from './reel.ts';

/** What plays next, brought near while the file before it plays, so that nobody waits between two parts. */
export interface Standby {
  /** Told again and again while a file plays: what follows it (null: nothing), and in how many seconds of the viewer's time. */
  expect(src: string | null, leftSeconds: number): void;
  /** The main element loads that file now: if its first picture is here, it is shown until the main one has it too. */
  cover(src: string): void;
  /** Nothing is expected any more. */
  drop(): void;
  /** Lets go of both elements. */
  dispose(): void;
}

/** Time enough for Zoom to be asked anew where the file is, and no so long that much is fetched for whoever leaves before. */
const nearSeconds = 15;

/**
 * A second, silent element fetches the beginning of the next file: as much as a browser likes to have before it plays, which it then shares with the
 * main element, and no more, for it is never played. That it fails is not said: the main element will find out by itself, if it ever comes to it.
 * @param spare lies over the main element and is seen only while it bears `data-shown`.
 */
export function createStandby(spare: HTMLVideoElement, media: HTMLMediaElement): Standby {
  spare.muted = true;
  spare.preload = 'auto';
  const uncover = () => {
    if (spare.dataset.shown === undefined) return;
    delete spare.dataset.shown;
    release(spare);
  };
  const drop = () => {
    delete spare.dataset.shown;
    release(spare);
  };
  const forget = listen(media, { loadeddata: uncover, error: uncover });
  return {
    expect(src, leftSeconds) {
      if (spare.dataset.shown !== undefined) return;
      if (src === null || leftSeconds > nearSeconds) return release(spare);
      if (spare.getAttribute('src') === src) return;
      spare.src = src;
      spare.load();
    },
    cover(src) {
      const isHere =
        spare.getAttribute('src') === src && spare.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
      if (isHere) spare.dataset.shown = '';
      else drop();
    },
    drop,
    dispose() {
      drop();
      forget();
    },
  };
}

/** A browser goes on loading until the element has no address any more. */
function release(media: HTMLMediaElement): void {
  if (!media.hasAttribute('src')) return;
  media.removeAttribute('src');
  media.load();
}
