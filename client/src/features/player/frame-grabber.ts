/** A picture of a video file: which, and at which of its own seconds. */
export interface FramePlace {
  src: string;
  seconds: number;
}

/** Takes single pictures out of videos without showing them. */
export interface FrameGrabber {
  /** Draws that picture on the canvas when it is there, unless another has been asked for meanwhile. */
  draw(place: FramePlace, canvas: HTMLCanvasElement): void;
  /** Lets go of the video, which may still be loading. */
  dispose(): void;
}

const maxKept = 60;

/**
 * A second, silent element fetches no more than the pictures that are asked for, and nothing before the first. Only the last wish counts:
 * whoever moves along a bar would otherwise wait for all the pictures on the way. Small copies are kept for the way back.
 */
export function createFrameGrabber(): FrameGrabber {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  const kept = new Map<string, HTMLCanvasElement>();
  let wish: { place: FramePlace; canvas: HTMLCanvasElement } | null = null;
  let isUnderWay = false;
  const start = () => {
    if (!wish || isUnderWay) return;
    isUnderWay = true;
    goTo(video, wish.place);
  };
  const take = () => {
    isUnderWay = false;
    if (!wish) return;
    // The second that was arrived at may be one asked for earlier: then the wish is still open.
    if (!isAt(video, wish.place)) return start();
    const copy = copyFrame(video, wish.canvas);
    keep(kept, { key: keyOf(wish.place), copy });
    show(copy, wish.canvas);
    wish = null;
  };
  video.addEventListener('loadedmetadata', () => wish && goTo(video, wish.place));
  video.addEventListener('seeked', take);
  video.addEventListener('error', () => {
    isUnderWay = false;
    wish = null;
  });
  return {
    draw(place, canvas) {
      const known = kept.get(keyOf(place));
      wish = known ? null : { place, canvas };
      if (known) show(known, canvas);
      else start();
    },
    dispose() {
      wish = null;
      video.removeAttribute('src');
      video.load();
    },
  };
}

function goTo(video: HTMLVideoElement, { src, seconds }: FramePlace): void {
  if (video.getAttribute('src') === src) {
    // Before the length is known a seek would be forgotten; loadedmetadata asks again.
    if (video.readyState > 0) video.currentTime = seconds;
    return;
  }
  video.src = src;
  video.load();
}

function isAt(video: HTMLVideoElement, { src, seconds }: FramePlace): boolean {
  const reached = Math.min(seconds, video.duration);
  return video.getAttribute('src') === src && Math.abs(video.currentTime - reached) < 0.5;
}

function keyOf({ src, seconds }: FramePlace): string {
  return `${src} ${seconds}`;
}

function keep(kept: Map<string, HTMLCanvasElement>, { key, copy }: { key: string; copy: HTMLCanvasElement }) {
  const [oldest] = kept.keys();
  if (kept.size >= maxKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, copy);
}

function copyFrame(video: HTMLVideoElement, { width, height }: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  Object.assign(copy, { width, height });
  // The whole picture, as the player shows it: bars where the shapes differ.
  const scale = Math.min(width / video.videoWidth, height / video.videoHeight);
  const size = { w: video.videoWidth * scale, h: video.videoHeight * scale };
  copy.getContext('2d')?.drawImage(video, (width - size.w) / 2, (height - size.h) / 2, size.w, size.h);
  return copy;
}

function show(copy: HTMLCanvasElement, canvas: HTMLCanvasElement): void {
  const pen = canvas.getContext('2d');
  pen?.clearRect(0, 0, canvas.width, canvas.height);
  pen?.drawImage(copy, 0, 0);
  canvas.dataset.drawn = '';
}
