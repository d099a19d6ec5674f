import type { Log } from '../log.ts';
import type { RateLabel } from './ask.ts';

const LABELS: RateLabel[] = ['light', 'medium', 'heavy'];
/** No pause is longer, whatever a file or a header says. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

/** Where pauses outlive the process; times are wall clock in milliseconds, `null` ends a pause. */
export interface PauseStore {
  load(): Record<string, number>;
  save(label: string, untilMs: number | null): void;
}

/**
 * Keeps which rate label is not to be asked until when, from the first moment on what the store remembers.
 * A store that fails costs only the memory across a restart, so it is logged and no more.
 */
export function createPauses(options: { store: PauseStore | undefined; now: () => number; log: Log }) {
  const { store, now, log } = options;
  const untilMs = new Map<RateLabel, number>();

  function attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      log.error({ err: error }, 'pauses could not be read or written');
      return undefined;
    }
  }

  function until(label: RateLabel): number | null {
    const endMs = untilMs.get(label);
    if (endMs === undefined) return null;
    if (endMs > now()) return endMs;
    untilMs.delete(label);
    attempt(() => store?.save(label, null));
    return null;
  }

  const kept = attempt(() => store?.load()) ?? {};
  for (const label of LABELS) {
    const endMs = kept[label];
    if (Number.isFinite(endMs)) untilMs.set(label, Math.min(Number(endMs), now() + LONGEST_MS));
  }

  return {
    /** When the label may be asked again; `null`: now. */
    until,
    /** The label of the longest pause now, with its end. */
    longest(): number | null {
      const ends = LABELS.map(until).filter((end) => end !== null);
      return ends.length === 0 ? null : Math.max(...ends);
    },
    /** Pauses a label for so many milliseconds, or longer when it already is. */
    start(label: RateLabel, ms: number): number {
      const endMs = Math.max(until(label) ?? 0, now() + Math.min(ms, LONGEST_MS));
      untilMs.set(label, endMs);
      attempt(() => store?.save(label, endMs));
      log.warn({ label, until: new Date(endMs).toISOString() }, 'Zoom asked for a pause');
      return endMs;
    },
  };
}
export type Pauses = ReturnType<typeof createPauses>;
