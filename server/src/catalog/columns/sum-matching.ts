import { firstRidAt, lastRidAt } from '../position.ts';
import type { CatalogTotals } from '../rows.ts';
import type { SessionFilter } from '../session-filter.ts';
import { kindBits, stateBits } from '../session-sums.ts';
import { matchIds, matchWords } from './match-words.ts';
import type { MonthColumns } from './month-columns.ts';
import type { SearchColumns } from './search-columns.ts';

/** True when the columns tell everything that such a filter asks: they know people only as words of a text. */
export function isInColumns(filter: SessionFilter): boolean {
  return filter.list === 'live' && filter.participant === '';
}

/** Exact sums over a filter that the columns can tell; null when there are no columns. */
export async function sumMatching(
  columns: SearchColumns,
  filter: SessionFilter,
): Promise<CatalogTotals | null> {
  const months = await columns.monthsOf(filter.span);
  if (!months) return null;
  const sum: CatalogTotals = { sessions: 0, files: 0, bytes: 0, minutes: 0 };
  for await (const month of months) {
    forEachMatch(month, filter, (place) => {
      sum.sessions += 1;
      sum.files += month.files[place] ?? 0;
      sum.bytes += month.bytes[place] ?? 0;
      sum.minutes += month.minutes[place] || 0;
    });
  }
  return sum;
}

/**
 * The rids of the sessions that meet a filter, in no order, when they are not many more than `most`; null when they are, or
 * there are no columns.
 */
export async function ridsInColumns(
  columns: SearchColumns,
  { filter, most }: { filter: SessionFilter; most: number },
): Promise<number[] | null> {
  const months = await columns.monthsOf(filter.span);
  if (!months) return null;
  const rids: number[] = [];
  for await (const month of months) {
    forEachMatch(month, filter, (place) => void rids.push(month.rids[place] ?? 0));
    if (rids.length > most) return null;
  }
  return rids;
}

function forEachMatch(month: MonthColumns, filter: SessionFilter, visit: (place: number) => void): void {
  const matching = matchText(month, filter);
  if (!matching) return;
  const isMet = conditionOf(month, filter);
  for (let place = matching.indexOf(1); place >= 0; place = matching.indexOf(1, place + 1)) {
    if (isMet(place)) visit(place);
  }
}

function matchText(month: MonthColumns, { words, idPart }: SessionFilter): Uint8Array | null {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const byWords = matchWords(month, longestFirst);
  const byIds = idPart === '' ? null : matchIds(month, idPart.toLowerCase());
  if (!byWords || !byIds) return byWords ?? byIds;
  return byWords.map((hit, place) => hit | (byIds[place] ?? 0));
}

/** What a filter asks besides words. A duration that is not known lies within no bounds. */
function conditionOf(month: MonthColumns, filter: SessionFilter): (place: number) => boolean {
  const firstRid = filter.span ? firstRidAt(filter.span.fromMs) : 0;
  const lastRid = filter.span ? lastRidAt(filter.span.toMs) : Number.POSITIVE_INFINITY;
  const [kinds, states] = [kindBits(filter.kinds), stateBits(filter.states)];
  const { minBytes, maxBytes, minMinutes, maxMinutes } = filter;
  return (place) => {
    const rid = month.rids[place] ?? 0;
    if (rid < firstRid || rid > lastRid) return false;
    if (kinds !== 0 && ((month.kinds[place] ?? 0) & kinds) === 0) return false;
    if (states !== 0 && ((month.states[place] ?? 0) & states) === 0) return false;
    return (
      isWithin(month.bytes[place], minBytes, maxBytes) &&
      isWithin(month.minutes[place], minMinutes, maxMinutes)
    );
  };
}

function isWithin(value = Number.NaN, min: number | null, max: number | null): boolean {
  return (min === null || value >= min) && (max === null || value <= max);
}
