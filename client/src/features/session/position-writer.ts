import type { PositionRequest } from '@matinee/server/contract';

/** Tells the server where somebody is, seldom while it plays and soon after it stands still. */
export interface PositionWriter {
  /** Somebody is there now; the first word is where they began, which is no news. */
  note(place: PositionRequest & { isPlaying: boolean }): void;
  /** Tells what is not told yet, at once: the page is being left. */
  flush(): void;
}

interface WriterDeps {
  write: (position: PositionRequest) => void;
  /** The clock in ms. */
  now: () => number;
  /** Of the session. */
  durationSeconds: () => number;
}

const everyMs = 10_000;
/** So near to the end nobody wants to come back. */
const endShare = 0.95;

/** `flush` is also what the caller does a moment after the last `note` that stood still. */
export function createPositionWriter({ write, now, durationSeconds }: WriterDeps): PositionWriter {
  let told: PositionRequest | null = null;
  let pending: PositionRequest | null = null;
  let toldAtMs = now();
  const flush = () => {
    if (!pending) return;
    write(pending);
    [told, pending, toldAtMs] = [pending, null, now()];
  };
  return {
    note({ seconds, view, isPlaying }) {
      const isDone = durationSeconds() > 0 && seconds > durationSeconds() * endShare;
      const place = { seconds: isDone ? 0 : Math.floor(seconds), view };
      told ??= place;
      pending = place.seconds === told.seconds && place.view === told.view ? null : place;
      if (isPlaying && now() - toldAtMs >= everyMs) flush();
    },
    flush,
  };
}
