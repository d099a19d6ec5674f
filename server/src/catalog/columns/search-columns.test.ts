import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sessionDraft } from '../../../test/catalog-draft.ts';
import { type Catalog, openCatalog } from '../open-catalog.ts';
import { everySession } from '../session-filter.ts';
import { connect } from '../sqlite/connect.ts';
import { openInMemory } from '../sqlite/open-database.ts';
import { createSearchColumns, type SearchColumns } from './search-columns.ts';

let catalog: Catalog;
beforeEach(() => {
  catalog = openCatalog({ dataDir: ':memory:', log: pino({ level: 'silent' }) });
});
afterEach(() => catalog.close());

async function countMonths(columns: SearchColumns): Promise<number> {
  let months = 0;
  for await (const _month of (await columns.monthsOf(null)) ?? []) months += 1;
  return months;
}

test('a search that was prepared reads no session', async () => {
  const database = openInMemory();
  const statements: string[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = (source: string) => {
    statements.push(source);
    return prepare(source);
  };
  database.exec(`
    INSERT INTO sessions (rid, zoom_id, name, state, live_seq, files, bytes, kinds, parts_files, parts_bytes, parts_kinds, search)
      VALUES (3450000000000001, 'One', 'Orchid', 0, 1, 1, 5, 2, 0, 0, 0, 'orchid' || char(10));
    INSERT INTO totals VALUES ('2026-09', 1, 1, 5, 0);
    INSERT INTO month_versions VALUES ('2026-09', 1);`);
  const columns = createSearchColumns(connect(database));
  await columns.prepare(AbortSignal.abort());
  await columns.prepare(new AbortController().signal);
  const read = statements.length;
  expect(await countMonths(columns)).toBe(1);
  expect(statements.length).toBe(read);
});

test('a month of more sessions than a part holds has each of them once', async () => {
  const database = openInMemory();
  database.exec(`
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 9001)
    INSERT INTO sessions (rid, zoom_id, state, live_seq, files, bytes, kinds, parts_files, parts_bytes, parts_kinds, search)
      SELECT 3450000000000000 + n, 's' || n, 0, 1, 1, 5, 2, 0, 0, 0, 'orchid' || char(10) FROM numbers;
    INSERT INTO totals VALUES ('2026-09', 9001, 9001, 5, 0);
    INSERT INTO month_versions VALUES ('2026-09', 1);`);
  const rids: number[] = [];
  for await (const part of (await createSearchColumns(connect(database)).monthsOf(null)) ?? []) {
    rids.push(...[...part.rids].reverse());
  }
  expect(rids).toEqual(Array.from({ length: 9001 }, (_, n) => 3450000000009001 - n));
});

test('preparing changes nothing in what is found, before or after a change', async () => {
  const filter = { ...everySession('live'), words: ['orchid'] };
  const land = (zoomId: string) =>
    catalog.landSessions({
      list: 'live',
      isSingle: false,
      span: null,
      nowMs: 0,
      sessions: [sessionDraft({ zoomId })],
    });
  await land('one');
  await catalog.prepareSearches(new AbortController().signal);
  expect((await catalog.totalsOf(filter)).sessions).toBe(1);
  await land('two');
  expect((await catalog.totalsOf(filter)).sessions).toBe(2);
});
