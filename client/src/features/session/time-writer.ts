/** Writes the place of playback into the address, seldom enough for a browser's limit on history changes. */
export interface TimeWriter {
  /** Playback passes here: written when the last writing is long enough ago. */
  pass(seconds: number): void;
  /** Playback stands here: written at once. */
  settle(seconds: number): void;
}

/** Often enough that a reload loses nothing worth mentioning. */
const everyMs = 5000;

interface TimeWriterDeps {
  /** Gets whole seconds, and only when they differ from the last. */
  write: (seconds: number) => void;
  /** The clock in ms. */
  now: () => number;
  /** What the address says already: as long as nobody moves, it stays as exact as it was told. */
  startSeconds: number;
}

/** A writer for an address that tells `startSeconds`. */
export function createTimeWriter(deps: TimeWriterDeps): TimeWriter {
  let lastAtMs = deps.now();
  let lastSeconds = Math.floor(deps.startSeconds);
  const settle = (seconds: number) => {
    lastAtMs = deps.now();
    const whole = Math.floor(seconds);
    if (whole === lastSeconds) return;
    lastSeconds = whole;
    deps.write(whole);
  };
  const pass = (seconds: number) => {
    if (deps.now() - lastAtMs >= everyMs) settle(seconds);
  };
  return { pass, settle };
}
