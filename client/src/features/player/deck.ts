import { findNext, locate, stepFrom } from '../../lib/session-clock/segments.ts';
import type { DrivenClock } from '../../lib/session-clock/session-clock.ts';
import { createReel, type DeckSegment, listen } from './reel.ts';
import type { Standby } from './standby.ts';

/** What is played: a lane under a name that tells it from others. */
export interface DeckLane {
  name: string;
  segments: readonly DeckSegment[];
}

/** Somebody asked for a second of the session that the lane does not hold. */
export interface Jump {
  askedSeconds: number;
  landedSeconds: number;
}

interface DeckDeps {
  clock: DrivenClock;
  /** Brings near what follows a file; the deck lets go of it with the element. */
  standby: Standby;
  /** The speed to begin with. */
  rate: number;
  /** Another file is in the element now. */
  onSegment: (fileId: string) => void;
  /** A file told how long it is, in seconds. */
  onLength: (fileId: string, seconds: number) => void;
  /** A lane was shown; the jump where it does not hold the second at which the viewer was, else null. */
  onJump: (jump: Jump | null) => void;
}

/** Plays lanes of files through one media element, on the session's clock, which it drives. */
export interface Deck {
  /** Plays that lane from where the clock is, at the same speed, going on if it plays. The same lane again only brings its segments up to date. */
  show(lane: DeckLane): void;
  seek(sessionSeconds: number): void;
  /** Goes so many seconds on or, if negative, back. */
  seekBy(seconds: number): void;
  /** Loads the same file again from where it is, for when its link has died. */
  reload(): void;
  /** Lets go of the element and of the clock. */
  dispose(): void;
}

/** Makes the deck of one media element; nothing is loaded before a lane is shown. */
export function createDeck(media: HTMLMediaElement, deps: DeckDeps): Deck {
  const { clock, standby } = deps;
  let lane: DeckLane = { name: '', segments: [] };
  const tell = () =>
    clock.tell({ sessionSeconds: now(), isPlaying: !media.paused && !media.ended, rate: reel.rate() });
  const reel = createReel(media, { ...deps, onNews: tell });
  const now = () => reel.now() ?? clock.getSnapshot().sessionSeconds;
  const load = (segment: DeckSegment, place: { seconds: number; isPlaying: boolean }) => {
    if (place.seconds === segment.startSeconds) standby.cover(segment.src);
    else standby.drop();
    const isOther = segment.fileId !== reel.current()?.fileId;
    reel.load(segment, place);
    if (isOther) deps.onSegment(segment.fileId);
    tell();
  };
  const seek = (sessionSeconds: number) => {
    const asked = Math.max(0, sessionSeconds);
    const landing = locate(lane.segments, asked);
    // A wish that comes before the first lane is met by it.
    if (!landing) return clock.tell({ sessionSeconds: asked });
    const { segment, seconds } = landing;
    if (segment.fileId === reel.current()?.fileId) reel.move(seconds);
    else load(segment, { seconds, isPlaying: !media.paused });
    tell();
  };
  const goOn = () => {
    const next = findFollower(lane, reel.current());
    if (next) load(next, { seconds: next.startSeconds, isPlaying: true });
    else tell();
  };
  const pass = () => {
    const next = findFollower(lane, reel.current());
    // Where two files overlap, the later one is played from its beginning on.
    if (reel.isLoading() || media.paused) return tell();
    if (next && now() >= next.startSeconds) return goOn();
    standby.expect(next?.src ?? null, findLeft(media, next && next.startSeconds - now()));
    tell();
  };
  const forget = listen(media, { timeupdate: pass, ended: goOn, play: tell, pause: tell, seeked: tell });
  const release = clock.drive({ now, seek });
  return {
    show(next) {
      const known = next.segments.find(({ fileId }) => fileId === reel.current()?.fileId);
      const isSame = next.name === lane.name && known !== undefined;
      lane = next;
      if (isSame) {
        reel.correct(known);
        return tell();
      }
      const askedSeconds = now();
      deps.onJump(toJump(lane, askedSeconds));
      seek(askedSeconds);
    },
    seek,
    seekBy: (bySeconds) => seek(stepFrom(lane.segments, { fromSeconds: now(), bySeconds })),
    reload() {
      const current = reel.current();
      if (current) load(current, { seconds: now(), isPlaying: !media.paused });
    },
    dispose() {
      clock.tell({ sessionSeconds: now(), isPlaying: false });
      forget();
      standby.dispose();
      reel.dispose();
      release();
    },
  };
}

/** Seconds of the viewer's time until the file ends, or what follows takes over. A length may be unknown (`NaN`) or endless. */
function findLeft({ duration, currentTime, playbackRate }: HTMLMediaElement, untilNext = Infinity): number {
  const untilEnd = Number.isFinite(duration) ? duration - currentTime : Infinity;
  return Math.min(untilEnd, untilNext) / playbackRate;
}

function findFollower(lane: DeckLane, current: DeckSegment | null): DeckSegment | undefined {
  return current ? findNext(lane.segments, current.fileId) : undefined;
}

/** Times are told in whole seconds: what is less than one is no jump. */
function toJump(lane: DeckLane, askedSeconds: number): Jump | null {
  const landedSeconds = locate(lane.segments, askedSeconds)?.seconds ?? askedSeconds;
  return Math.abs(landedSeconds - askedSeconds) < 1 ? null : { askedSeconds, landedSeconds };
}
