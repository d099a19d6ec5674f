import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WindowRecord } from '../catalog/rows.ts';
import { type HistoryFacts, planHistory } from './history-plan.ts';
import { windowId } from './window-key.ts';

const HOUR_MS = 3_600_000;
const nowMs = Date.parse('2026-11-23T12:00:00Z');

function record(id: string, fields: Partial<WindowRecord> = {}): WindowRecord {
  return {
    id,
    state: 'complete',
    syncedMs: nowMs - HOUR_MS,
    reportedTotal: 0,
    pages: 1,
    unreadable: 0,
    problem: null,
    isDue: false,
    ...fields,
  };
}

const trashes = [record('trash:session_recordings'), record('trash:recording_file')].map((trash) => ({
  ...trash,
  syncedMs: nowMs,
}));

/** Facts with both trashes read just now, and these windows. */
function facts(records: WindowRecord[], fields: Partial<HistoryFacts> = {}): HistoryFacts {
  return {
    records: new Map([...trashes, ...records].map((one) => [one.id, one])),
    inhabited: new Set(),
    read: new Set(),
    retries: new Map(),
    since: null,
    nowMs,
    ...fields,
  };
}

const next = (known: HistoryFacts) => {
  const { next: key } = planHistory(known);
  return key && windowId(key);
};

test('begins with the current month, then the trashes, then goes back', () => {
  const nothing = facts([], { records: new Map() });
  expect(next(nothing)).toBe('2026-11');
  expect(next({ ...nothing, records: new Map([['2026-11', record('2026-11')]]) })).toBe(
    'trash:session_recordings',
  );
  expect(next(facts([record('2026-11')]))).toBe('2026-10');
});

test.each<[string, Partial<WindowRecord>, string]>([
  ['was read whole within a day', {}, '2026-10'],
  ['was read whole more than a day ago', { syncedMs: nowMs - 25 * HOUR_MS }, '2026-11'],
  ['was read in the future', { syncedMs: nowMs + HOUR_MS }, '2026-11'],
  ['failed', { state: 'failed' }, '2026-11'],
  ['was never read whole', { state: 'partial' }, '2026-11'],
  ['is due', { isDue: true }, '2026-11'],
])('takes a month that %s for what it is', (_words, fields, expected) => {
  expect(next(facts([record('2026-11', fields)]))).toBe(expected);
});

test('reads nothing twice in a round, unless something outside asks for it', () => {
  const partial = record('2026-11', { state: 'partial' });
  expect(next(facts([partial], { read: new Set(['2026-11']) }))).toBe('2026-10');
  expect(next(facts([{ ...partial, isDue: true }], { read: new Set(['2026-11']) }))).toBe('2026-11');
});

test('puts what failed behind what was not tried, and says when it is tried again', () => {
  const months = [record('2026-11'), record('2026-10', { state: 'failed' }), record('2026-09')];
  const retries = new Map([['2026-10', nowMs - 1]]);
  expect(next(facts(months, { retries }))).toBe('2026-08');
  expect(next(facts(months, { retries, since: '2026-09' }))).toBe('2026-10');
  const later = new Map([['2026-10', nowMs + 5000]]);
  expect(planHistory(facts(months, { retries: later, since: '2026-09' }))).toEqual({
    next: null,
    retryMs: nowMs + 5000,
    oldestMonth: '2026-09',
    monthsRead: 2,
  });
});

test('ends after twelve empty months in a row, wherever they begin, and never asks for more than there can be', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }), (ages) => {
      const monthAt = (age: number) => new Date(Date.UTC(2026, 10 - age, 1)).toISOString().slice(0, 7);
      const known = facts([], { inhabited: new Set(ages.map(monthAt)) });
      const records = new Map(known.records);
      const asked: string[] = [];
      for (let key = next({ ...known, records }); key; key = next({ ...known, records })) {
        asked.push(key);
        records.set(key, record(key));
      }
      const sorted = [...ages].sort((a, b) => a - b);
      let last = -1;
      for (const age of sorted) if (age - last <= 12) last = age;
      expect(asked).toEqual(Array.from({ length: last + 13 }, (_, age) => monthAt(age)));
    }),
  );
});
