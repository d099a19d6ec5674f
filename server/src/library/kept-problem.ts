import type { WindowProblem } from '../contract/index.ts';

/** A problem as it lies in the catalog: "in 15 seconds" is true only once, so the moment is kept in its place. */
type KeptProblem = Omit<WindowProblem, 'retryAfterSeconds'> & { retryAtMs?: number };

/** Text for the catalog. `nowMs` is the moment at which the problem was found. */
export function keepProblem({ retryAfterSeconds, ...problem }: WindowProblem, nowMs: number): string {
  const moment = retryAfterSeconds === undefined ? {} : { retryAtMs: nowMs + retryAfterSeconds * 1000 };
  const kept: KeptProblem = { ...problem, ...moment };
  return JSON.stringify(kept);
}

/** What {@link keepProblem} wrote, with the seconds that are left at `nowMs`; 0 when it may be asked again. */
export function recallProblem(text: string, nowMs: number): WindowProblem {
  // Nobody else writes into that column.
  const { retryAtMs, ...problem } = JSON.parse(text) as KeptProblem;
  if (retryAtMs === undefined) return problem;
  return { ...problem, retryAfterSeconds: Math.max(0, Math.ceil((retryAtMs - nowMs) / 1000)) };
}
