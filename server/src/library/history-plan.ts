import type { WindowRecord } from '../catalog/rows.ts';
import { isDueForHistory } from './freshness.ts';
import { addMonths, toMonth, type WindowKey, windowId } from './window-key.ts';
import { OLDEST_MONTH } from './windows-of.ts';

/** So many empty months in a row are the beginning of the account. */
const EMPTY_MONTHS = 12;

/** What is known when the next window is chosen. */
export interface HistoryFacts {
  records: ReadonlyMap<string, WindowRecord>;
  /** Months with live sessions. */
  inhabited: ReadonlySet<string>;
  /** Ids of windows this round has read. */
  read: ReadonlySet<string>;
  /** When windows that failed may be tried again, by id; epoch milliseconds. */
  retries: ReadonlyMap<string, number>;
  since: string | null;
  nowMs: number;
}

/** `next` null: nothing to read now; `retryMs` is then when something will be, null when all is read. */
export interface HistoryPlan {
  next: WindowKey | null;
  retryMs: number | null;
  oldestMonth: string | null;
  monthsRead: number;
}

/**
 * What the history reads next: the current month, both trashes, then month after month backwards, to the owner's limit or the
 * account's beginning. What failed comes after what was not tried yet. Worked out anew each time from what is recorded, so a
 * restart needs no memory of its own. A limit in the future: nothing is read at all.
 */
export function planHistory(facts: HistoryFacts): HistoryPlan {
  const current = toMonth(facts.nowMs);
  if (facts.since !== null && facts.since > current) {
    return { next: null, retryMs: null, oldestMonth: null, monthsRead: 0 };
  }
  const { due, ...walked } = walkBack(facts, current);
  const [first, ...older] = due;
  const isCurrentDue = first !== undefined && windowId(first) === current;
  const trashes = TRASHES.filter((key) => isDue(facts, key));
  const wishes = isCurrentDue ? [first, ...trashes, ...older] : [...trashes, ...due];
  return { ...walked, ...choose(facts, wishes) };
}

const TRASHES: readonly WindowKey[] = [
  { kind: 'trash', trash: 'session_recordings' },
  { kind: 'trash', trash: 'recording_file' },
];

/** Ends with the first month never tried: what lies behind it is not known to be worth a question. */
function walkBack(facts: HistoryFacts, current: string) {
  const floor = facts.since ?? OLDEST_MONTH;
  const due: WindowKey[] = [];
  let empty = 0;
  let oldestMonth: string | null = null;
  let monthsRead = 0;
  for (let month = current; month >= floor && empty < EMPTY_MONTHS; month = addMonths(month, -1)) {
    const key: WindowKey = { kind: 'month', month };
    if (isDue(facts, key)) {
      due.push(key);
      empty = 0;
      if (!facts.retries.has(month)) break;
    } else {
      const isEmpty = !facts.inhabited.has(month) && facts.records.get(month)?.state === 'complete';
      empty = isEmpty ? empty + 1 : 0;
      oldestMonth = month;
      monthsRead += 1;
    }
  }
  return { due, oldestMonth, monthsRead };
}

function isDue({ records, read, nowMs }: HistoryFacts, key: WindowKey): boolean {
  const record = records.get(windowId(key));
  const isDone = read.has(windowId(key)) && record?.state !== 'failed' && !record?.isDue;
  return !isDone && isDueForHistory(record, { key, nowMs });
}

function choose(
  { retries, nowMs }: HistoryFacts,
  wishes: readonly WindowKey[],
): Pick<HistoryPlan, 'next' | 'retryMs'> {
  const untried = wishes.find((key) => !retries.has(windowId(key)));
  if (untried) return { next: untried, retryMs: null };
  const times = wishes.map((key) => ({ key, retryMs: retries.get(windowId(key)) ?? 0 }));
  const [soonest] = times.sort((a, b) => a.retryMs - b.retryMs);
  if (!soonest) return { next: null, retryMs: null };
  return soonest.retryMs <= nowMs
    ? { next: soonest.key, retryMs: null }
    : { next: null, retryMs: soonest.retryMs };
}
