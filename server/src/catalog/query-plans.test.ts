import type Database from 'libsql';
import { beforeEach, expect, test } from 'vitest';
import { sessionDraft } from '../../test/catalog-draft.ts';
import { createSearchColumns } from './columns/search-columns.ts';
import { createKnownFileIds } from './file-ids.ts';
import { landSessions } from './land-sessions.ts';
import { listSessions, type SortField } from './list-sessions.ts';
import type { Db } from './schema.ts';
import { createSeenUnchanged } from './seen-unchanged.ts';
import { everySession, type SessionFilter } from './session-filter.ts';
import { connect } from './sqlite/connect.ts';
import { openInMemory } from './sqlite/open-database.ts';
import { totalsOf } from './totals.ts';
import { loadTrashMonths } from './trash-months.ts';

let database: Database.Database;
let statements: string[];
let db: Db;

beforeEach(async () => {
  database = openInMemory();
  statements = [];
  const prepare = database.prepare.bind(database);
  database.prepare = (source: string) => {
    statements.push(source);
    return prepare(source);
  };
  db = connect(database);
  // Sums go month by month, over those in which there is something.
  const sessions = [sessionDraft({ zoomId: 'one', startMs: Date.parse('2026-10-05') })];
  await landSessions(
    { db, seen: createSeenUnchanged(), fileIds: createKnownFileIds(db) },
    { list: 'live', isSingle: false, span: null, nowMs: 0, sessions },
  );
  statements = [];
});

const october = { fromMs: Date.parse('2026-10-01'), toMs: Date.parse('2026-11-01') - 1 };
const always = { fromMs: 0, toMs: 4e12 };

/** How SQLite goes about every question that was asked, one line for each table it walks. */
function plans(): string[] {
  return statements.flatMap((statement) => {
    const rows = database.prepare(`EXPLAIN QUERY PLAN ${statement}`).all() as { detail: string }[]; // SQLite's own
    return rows.map(({ detail }) => detail);
  });
}

async function ask(narrowed: Partial<SessionFilter>, field: SortField = 'start'): Promise<string[]> {
  const filter = { ...everySession('live'), ...narrowed };
  const place = { db, columns: createSearchColumns(db) };
  const request = { filter, sort: { field, isDescending: true }, limit: 50 };
  await listSessions(place, { ...request, after: null });
  await listSessions(place, { ...request, after: { value: 1, rid: 1 } });
  await totalsOf(place, filter);
  return plans();
}

/** Walks of a whole table, but for the hits of an index and lists of values. */
const isWholeWalk = (detail: string) => /^SCAN (sessions|session_files|file_ids)\b(?!_text)/.test(detail);

test.each<[string, Partial<SessionFilter>]>([
  ['a month', { span: october }],
  ['everything by a kind that nobody has', { kinds: ['poll'] }],
  ['a month by kind and size', { span: october, kinds: ['video'], minBytes: 5 }],
  ['a month by a short word', { span: october, words: ['a'] }],
  ['a search everywhere', { words: ['orchid', 'triage'], span: always }],
  ['a search with a short word', { words: ['orchid', 'a'] }],
  ['a short word that is nowhere', { words: ['zq'] }],
  ['a part of an id', { words: ['abcd'], idPart: 'abcd', span: october }],
  ['a participant', { participant: 'ana', span: always }],
])('%s is listed and summed without walking all sessions or sorting them', async (_, filter) => {
  const details = await ask(filter);
  expect(details.filter(isWholeWalk)).toEqual([]);
  // A few thousand at most, known beforehand, may be put in order.
  const areFew = filter.idPart !== undefined || filter.words?.every((word) => word.length < 3);
  expect(!areFew && details.some((detail) => detail.includes('TEMP B-TREE FOR ORDER BY'))).toBe(false);
});

test('a trash is listed by the index that holds it alone', async () => {
  const details = await ask({ list: 'trashed-sessions' }, 'purge');
  expect(details.filter((detail) => /^SCAN sessions(?! USING INDEX sessions_trashed)/.test(detail))).toEqual(
    [],
  );
});

test('the months of a trash are counted in the index that holds it alone', async () => {
  await loadTrashMonths(db, 'trashed-sessions');
  await loadTrashMonths(db, 'trashed-files');
  expect(plans().filter((detail) => /sessions/.test(detail))).toEqual([
    'SCAN sessions USING INDEX sessions_trashed',
    'SCAN sessions USING INDEX sessions_parts',
  ]);
});

test('the walk that is looked for here is seen where there is one', async () => {
  expect((await ask({ participant: 'a' })).filter(isWholeWalk)).not.toEqual([]);
});
