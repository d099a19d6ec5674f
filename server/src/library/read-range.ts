import { ZoomPageTokenError } from '../zoom/errors.ts';
import type { Walk } from './walk.ts';
import { type DateRange, halves } from './window-key.ts';

/** After so many deaths of a page token in one range, shorter walks are tried: half the days at a time. */
const MAX_TOKEN_DEATHS = 3;

/**
 * Reads one range whole. A dead token begins the walk again; a range whose token always dies, or that Zoom answers with
 * other dates, is read in halves, down to single days.
 *
 * @throws ZoomPageTokenError when even a single day cannot be walked; and whatever the walk throws.
 */
export async function readRange(
  range: DateRange | null,
  walk: (range: DateRange | null) => Promise<Walk>,
): Promise<Walk> {
  const parts = range && halves(range);
  const whole = await walkAgain(() => walk(range), { isLastResort: parts === null });
  if (whole && (whole.outcome !== 'other-range' || parts === null)) return whole;
  const results: Walk[] = [];
  for (const part of parts ?? []) results.push(await readRange(part, walk));
  return results.reduce(plus);
}

/** Null when the token died too often. */
async function walkAgain(
  walk: () => Promise<Walk>,
  { isLastResort }: { isLastResort: boolean },
): Promise<Walk | null> {
  for (let deaths = 1; ; deaths += 1) {
    try {
      return await walk();
    } catch (error) {
      if (!(error instanceof ZoomPageTokenError)) throw error;
      if (deaths < MAX_TOKEN_DEATHS) continue;
      if (isLastResort) throw error;
      return null;
    }
  }
}

const WORST_FIRST = ['other-range', 'short', 'slipped', 'clean'] as const;

function plus(a: Walk, b: Walk): Walk {
  return {
    outcome: WORST_FIRST.find((outcome) => a.outcome === outcome || b.outcome === outcome) ?? 'clean',
    pages: a.pages + b.pages,
    sessions: a.sessions + b.sessions,
    unreadable: a.unreadable + b.unreadable,
    total: a.total === null || b.total === null ? null : a.total + b.total,
  };
}
