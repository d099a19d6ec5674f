import type { AskOptions } from './ask.ts';
import { type Operation, ZoomPausedError, ZoomTimeoutError } from './errors.ts';
import { type Asker, type Call, type Flight, launchFlight } from './flight.ts';
import { startTimeLimit, unlessAborted } from './time-limit.ts';

/** A person's answer comes within 15 s (reliability.md U1); what is left over is for the way to the browser. */
const PERSON_MS = 14_000;
/** When a person whose call never left the queue may ask again. */
const QUEUE_RETRY_MS = 5_000;

/** A read that may be shared: equal keys are the same operation at the same address. */
export interface SharedRead<T> {
  key: string;
  operation: Operation;
  run: (call: Call) => Promise<T>;
}

export interface FlightsDeps {
  /** Milliseconds, only ever forward. */
  clock: () => number;
  /** Wall clock in milliseconds. */
  now: () => number;
  /** How long a person waits. */
  personMs?: number;
}

/**
 * Joins identical reads into one call that lives until its last asker has gone. Each person gets an answer, or the
 * last error, within `personMs` (14 s) of asking; background askers wait as long as the call takes.
 */
export function createFlights(deps: FlightsDeps) {
  const flights = new Map<string, Flight>();

  function takeOff<T>({ key, run }: SharedRead<T>): Flight {
    const onEnd = (flight: Flight) => remove(key, flight);
    const flight = launchFlight({ run, clock: deps.clock, onEnd });
    flights.set(key, flight);
    return flight;
  }

  function remove(key: string, flight: Flight): void {
    if (flights.get(key) === flight) flights.delete(key);
  }

  function leave(key: string, { flight, asker }: { flight: Flight; asker: Asker }): void {
    asker.limit.release();
    flight.askers.delete(asker);
    if (flight.askers.size > 0) return;
    remove(key, flight);
    flight.controller.abort();
  }

  return {
    /**
     * Waits for the call that answers `read.key`, starting it when there is none.
     *
     * @throws what the call throws, the asker's signal's reason, ZoomTimeoutError, or ZoomPausedError for a person
     *   whose call did not leave our own queue in time
     */
    async join<T>(read: SharedRead<T>, asked: AskOptions): Promise<T> {
      const flight = flights.get(read.key) ?? takeOff(read);
      const asker = board(flight, { operation: read.operation, asked, deps });
      try {
        // One key is one operation and one address, so it is always read by the same parser.
        return (await unlessAborted(flight.answer, asker.limit.signal)) as T;
      } finally {
        leave(read.key, { flight, asker });
      }
    },
    /** Ends every call and answers every asker with `reason`. */
    endAll(reason: Error): void {
      for (const flight of flights.values()) for (const asker of flight.askers) asker.limit.end(reason);
    },
  };
}

function board(
  flight: Flight,
  { operation, asked, deps }: { operation: Operation; asked: AskOptions; deps: FlightsDeps },
): Asker {
  const isPerson = asked.urgency === 'person';
  const { clock, now, personMs = PERSON_MS } = deps;
  const late = () => flight.lastError ?? outOfTime(operation, { flight, now });
  const limit = startTimeLimit({ signal: asked.signal, ms: isPerson ? personMs : null, late });
  const asker = { limit, endsAtMs: isPerson ? clock() + personMs : Number.POSITIVE_INFINITY };
  flight.askers.add(asker);
  if (isPerson) flight.urgency = 'person';
  return asker;
}

/** Too late because Zoom is slow, or because so much is asked that our share of its rate is used up. */
function outOfTime(operation: Operation, { flight, now }: { flight: Flight; now: () => number }): Error {
  if (flight.isSent) return new ZoomTimeoutError(operation, 'no answer in the time a person waits');
  return new ZoomPausedError(operation, now() + QUEUE_RETRY_MS);
}
