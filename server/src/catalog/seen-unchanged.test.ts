import { join } from 'node:path';
import Database from 'libsql';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sessionDraft } from '../../test/catalog-draft.ts';
import { createScratchFolder } from '../../test/scratch-folder.ts';
import { type Catalog, openCatalog } from './open-catalog.ts';
import type { SessionDraft } from './rows.ts';
import { everySession } from './session-filter.ts';
import { databasePath } from './sqlite/data-folder.ts';

let scratch: ReturnType<typeof createScratchFolder>;
let catalog: Catalog;
let other: Database.Database;

beforeEach(() => {
  scratch = createScratchFolder();
  const dataDir = join(scratch.path, 'data');
  catalog = openCatalog({ dataDir, log: pino({ level: 'silent' }) });
  other = new Database(databasePath(dataDir));
});
afterEach(() => {
  other.close();
  catalog.close();
  scratch.remove();
});

const november = { fromMs: Date.parse('2026-11-01'), toMs: Date.parse('2026-12-01') - 1 };
const drafts = Array.from({ length: 5 }, (_, n) => sessionDraft({ zoomId: `s${n}` }));
const plain = drafts.map((draft, n) => ({
  ...draft,
  files: draft.files.map((file) => ({ ...file, zoomId: `f${n}` })),
}));
const rows = () =>
  JSON.stringify(
    ['sessions', 'session_files', 'file_ids'].map((table) => other.prepare(`SELECT * FROM ${table}`).all()),
  );

/** One pass over November as the library makes them: pages, then what was not on them goes. */
async function pass(pages: SessionDraft[][]): Promise<number> {
  const before = await catalog.nextSequence();
  for (const sessions of pages) {
    await catalog.landSessions({ list: 'live', isSingle: false, span: november, nowMs: 0, sessions });
  }
  const scope = { list: 'live', span: november } as const;
  const unseen = await catalog.countUnseen({ scope, before });
  const record = { id: '2026-11', state: 'complete', syncedMs: 0, reportedTotal: null, pages: 1 } as const;
  const { removed } = await catalog.endPass({
    record: { ...record, unreadable: 0, problem: null, isDue: false },
    sweep: unseen > 0 ? { scope, before } : null,
  });
  return removed;
}

test('writes no row of sessions or files when a pass brings nothing new', async () => {
  await pass([plain]);
  const written = rows();
  expect(await pass([plain])).toBe(0);
  expect(await pass([plain.slice(0, 3), plain.slice(2)])).toBe(0);
  expect(rows()).toBe(written);
});

test('still takes out exactly what no page showed, beside what stayed and what changed', async () => {
  await pass([plain]);
  const renamed = plain.map((draft, n) => (n === 1 ? { ...draft, name: 'renamed' } : draft));
  expect(await pass([renamed.slice(0, 4), renamed.slice(1, 2)])).toBe(1);
  expect((await catalog.totalsOf(everySession('live'))).sessions).toBe(4);
  expect(await pass([renamed.slice(0, 2)])).toBe(2);
  expect(await pass([[]])).toBe(2);
  expect(catalog.counts().sessions).toBe(0);
});
