import type { Urgency } from './ask.ts';
import type { TimeLimit } from './time-limit.ts';

/** What a shared call sees of those who wait for it. */
export interface Call {
  /** Aborts when nobody waits any more. */
  signal: AbortSignal;
  /** The most urgent asker's. */
  urgency(): Urgency;
  /** Tells that a request is on its way: from now on it is Zoom that keeps people waiting, not our own queue. */
  sent(): void;
  /** Tells that `error` happened and that the next attempt is so many milliseconds off: whoever has no time for that gets it now. */
  failedFor(error: Error, waitMs: number): void;
}

/** One who waits for a call; `endsAtMs` by the clock that only goes forward. */
export interface Asker {
  limit: TimeLimit;
  endsAtMs: number;
}

/** A call on its way, with those who wait for it. */
export interface Flight {
  askers: Set<Asker>;
  urgency: Urgency;
  lastError: Error | null;
  isSent: boolean;
  controller: AbortController;
  answer: Promise<unknown>;
}

/** An attempt that would begin with less than this left of a person's time is not worth waiting for. */
const WORTH_TRYING_MS = 500;

/**
 * Starts a call whose first asker is about to be written down.
 *
 * @param options.run makes the call; begins after the current step, when its asker is known
 * @param options.onEnd is called when it is over, before anybody hears of it
 */
export function launchFlight(options: {
  run: (call: Call) => Promise<unknown>;
  clock: () => number;
  onEnd: (flight: Flight) => void;
}): Flight {
  const flight: Flight = {
    askers: new Set(),
    urgency: 'background',
    lastError: null,
    isSent: false,
    controller: new AbortController(),
    answer: Promise.resolve(),
  };
  flight.answer = land(flight, options);
  // Whoever waits hears of a failure; when nobody does any more, it is nobody's.
  flight.answer.catch(() => {});
  return flight;
}

async function land(
  flight: Flight,
  { run, clock, onEnd }: Parameters<typeof launchFlight>[0],
): Promise<unknown> {
  await Promise.resolve();
  try {
    return await run(toCall(flight, clock));
  } finally {
    onEnd(flight);
  }
}

function toCall(flight: Flight, clock: () => number): Call {
  return {
    signal: flight.controller.signal,
    urgency: () => flight.urgency,
    sent() {
      flight.isSent = true;
    },
    failedFor(error, waitMs) {
      flight.lastError = error;
      const nextAtMs = clock() + waitMs + WORTH_TRYING_MS;
      for (const asker of flight.askers) if (asker.endsAtMs < nextAtMs) asker.limit.end(error);
    },
  };
}
