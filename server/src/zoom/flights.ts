import type { AskOptions, Urgency } from './ask.ts';
import { type Operation, ZoomTimeoutError } from './errors.ts';
import { startTimeLimit, type TimeLimit, unlessAborted } from './time-limit.ts';

/** A person's answer comes within 15 s (reliability.md U1); what is left over is for the way to the browser. */
const PERSON_MS = 14_000;
/** An attempt that would begin with less than this left of a person's time is not worth waiting for. */
const WORTH_TRYING_MS = 500;

/** What a shared call sees of those who wait for it. */
export interface Call {
  /** Aborts when nobody waits any more. */
  signal: AbortSignal;
  /** The most urgent asker's. */
  urgency(): Urgency;
  /** Tells that `error` happened and that the next attempt is so many milliseconds off: whoever has no time for that gets it now. */
  failedFor(error: Error, waitMs: number): void;
}

interface Asker {
  limit: TimeLimit;
  endsAtMs: number;
}

interface Flight {
  askers: Set<Asker>;
  urgency: Urgency;
  lastError: Error | null;
  controller: AbortController;
  answer: Promise<unknown>;
}

/**
 * Joins identical reads into one call that lives until its last asker has gone. Each person gets an answer, or the
 * last error, within 14 s of asking; background askers wait as long as the call takes.
 *
 * @param clock milliseconds, only ever forward
 */
export function createFlights(clock: () => number) {
  const flights = new Map<string, Flight>();

  function launch<T>(key: string, run: (call: Call) => Promise<T>): Flight {
    const flight: Flight = {
      askers: new Set(),
      urgency: 'background',
      lastError: null,
      controller: new AbortController(),
      answer: Promise.resolve(),
    };
    flights.set(key, flight);
    flight.answer = land(key, flight, run);
    // Whoever waits hears of a failure; when nobody does any more, it is nobody's.
    flight.answer.catch(() => {});
    return flight;
  }

  async function land<T>(key: string, flight: Flight, run: (call: Call) => Promise<T>): Promise<T> {
    // The first asker is written down before the call looks who is asking.
    await Promise.resolve();
    try {
      return await run(toCall(flight, clock));
    } finally {
      remove(key, flight);
    }
  }

  function remove(key: string, flight: Flight): void {
    if (flights.get(key) === flight) flights.delete(key);
  }

  return {
    /**
     * Waits for the call that answers `question.key`, starting it when there is none.
     *
     * @throws what the call throws, the asker's signal's reason, or ZoomTimeoutError
     */
    async join<T>(
      question: { key: string; operation: Operation; run: (call: Call) => Promise<T> },
      asked: AskOptions,
    ): Promise<T> {
      const { key, operation } = question;
      const flight = flights.get(key) ?? launch(key, question.run);
      const ms = asked.urgency === 'person' ? PERSON_MS : null;
      const late = () => flight.lastError ?? new ZoomTimeoutError(operation, 'no answer in a person’s time');
      const limit = startTimeLimit({ signal: asked.signal, ms, late });
      const asker = { limit, endsAtMs: ms === null ? Number.POSITIVE_INFINITY : clock() + ms };
      flight.askers.add(asker);
      if (asked.urgency === 'person') flight.urgency = 'person';
      try {
        // One key is one operation and one address, so it is always read by the same parser.
        return (await unlessAborted(flight.answer, limit.signal)) as T;
      } finally {
        limit.release();
        flight.askers.delete(asker);
        if (flight.askers.size === 0) {
          remove(key, flight);
          flight.controller.abort();
        }
      }
    },
    /** Ends every call and answers every asker with `reason`. */
    endAll(reason: Error): void {
      for (const flight of flights.values()) for (const asker of flight.askers) asker.limit.end(reason);
    },
  };
}

function toCall(flight: Flight, clock: () => number): Call {
  return {
    signal: flight.controller.signal,
    urgency: () => flight.urgency,
    failedFor(error, waitMs) {
      flight.lastError = error;
      const nextAtMs = clock() + waitMs + WORTH_TRYING_MS;
      for (const asker of flight.askers) if (asker.endsAtMs < nextAtMs) asker.limit.end(error);
    },
  };
}
