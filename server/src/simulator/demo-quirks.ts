import type { SimulatedSession } from './account.ts';
import { DATA_QUIRKS, ID_QUIRKS, NAME_QUIRKS, ordinarySession } from './quirks.ts';
import type { Random } from './random.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NAMES = [
  'orchid-triage',
  'maple-follow-up',
  'geometry-basics',
  'harbour-physio-check',
  'essay-workshop',
] as const;

/** Zoom's oddities as they turn up among ordinary sessions: with ordinary names, lately, one session each. */
export function demoQuirks({ now, random }: { now: number; random: Random }): SimulatedSession[] {
  const oddities = Object.entries({ ...DATA_QUIRKS, ...NAME_QUIRKS, ...ID_QUIRKS });
  return oddities.flatMap(([key, oddity], index) => {
    const startMs = startOf(key, now, index);
    const name = `${random.pick(NAMES)}-${1200 + index * 7}`;
    const base = ordinarySession({ startMs, random, name, key: `order-${77_000 + index * 13}` });
    if (typeof oddity !== 'string') return oddity(base);
    return [{ ...base.session, ...(key in ID_QUIRKS ? { session_id: oddity } : { session_name: oddity }) }];
  });
}

/** What is not finished yet began a moment ago; the others lie two days apart, in office hours. */
function startOf(key: string, now: number, index: number): number {
  if (key === 'still-processing') return now - 0.4 * HOUR_MS;
  if (key === 'files-follow') return now - 0.7 * HOUR_MS;
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  return today - (index * 2 + 1) * DAY_MS + (8 + (index % 9)) * HOUR_MS;
}
