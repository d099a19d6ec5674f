import { locate, type Segment } from '../../lib/session-clock/segments.ts';

/** A file with one person's voice. */
export interface VoiceSegment extends Segment {
  src: string;
}

/** What a voice is to do now. */
export interface VoiceOrder {
  /** The session's second of the picture. */
  sessionSeconds: number;
  isPlaying: boolean;
  rate: number;
  volume: number;
  isSilent: boolean;
}

/** More than this is put right at a stroke, which can be heard; less by playing a little faster or slower, which hardly can. */
const jumpSeconds = 0.4;
/** Closer than this, clocks themselves differ. */
const goodSeconds = 0.012;
/** What is missing is made up in about half a second; the pitch stays (HTML, preservesPitch). */
const pull = 2;
const maxPull = 0.3;

/**
 * Keeps one sound element where the picture is: in the file that holds that second, silent in gaps, in step to a few hundredths of a
 * second. To be called several times a second while it plays, and after each change.
 */
export function followWith(
  audio: HTMLAudioElement,
  segments: readonly VoiceSegment[],
  order: VoiceOrder,
): void {
  audio.volume = order.volume;
  audio.muted = order.isSilent;
  const landing = locate(segments, order.sessionSeconds);
  if (!landing || landing.seconds !== order.sessionSeconds) {
    audio.pause();
    return;
  }
  const { segment } = landing;
  if (audio.getAttribute('src') !== segment.src) {
    audio.src = segment.src;
    audio.load();
  }
  if (audio.readyState === 0) return;
  keepInStep(audio, { seconds: order.sessionSeconds - segment.startSeconds, rate: order.rate });
  if (!order.isPlaying) audio.pause();
  // Refused until somebody has touched the page, which they have to start the picture.
  else if (audio.paused && !audio.ended) audio.play().catch(() => undefined);
}

/** `seconds`: where the file should be now. */
function keepInStep(audio: HTMLAudioElement, { seconds, rate }: { seconds: number; rate: number }): void {
  const late = seconds - audio.currentTime;
  if (Math.abs(late) > jumpSeconds || (audio.paused && Math.abs(late) > goodSeconds)) {
    audio.currentTime = seconds;
    audio.playbackRate = rate;
    return;
  }
  audio.playbackRate = rate * (1 + toPull(late / rate));
}

/** The share by which to be faster (or, below 0, slower) to make up for so many seconds. */
export function toPull(lateSeconds: number): number {
  if (Math.abs(lateSeconds) < goodSeconds) return 0;
  return Math.max(-maxPull, Math.min(maxPull, lateSeconds * pull));
}
