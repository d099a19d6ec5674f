import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileDraft, sessionDraft } from '../../test/catalog-draft.ts';
import { type Catalog, openCatalog } from './open-catalog.ts';
import type { CatalogFileKind, SessionDraft } from './rows.ts';
import { everySession, type SessionFilter } from './session-filter.ts';

const DAY_MS = 86_400_000;
const kinds: CatalogFileKind[] = ['video', 'audio', 'chat'];

let catalog: Catalog;
beforeEach(() => {
  catalog = openCatalog({ dataDir: ':memory:', log: pino({ level: 'silent' }) });
});
afterEach(() => catalog.close());

/** The n-th of many sessions over a year, ten days apart. */
function draft(n: number, changes: Partial<SessionDraft> = {}): SessionDraft {
  const kind = kinds[n % kinds.length] ?? 'video';
  const name = `orchid ${n % 2 === 0 ? 'triage' : 'review'} ${n}`;
  return sessionDraft({
    zoomId: `s${n}`,
    startMs: Date.UTC(2026, 0, 3) + n * 10 * DAY_MS,
    durationMinutes: n,
    name,
    search: `${name}\n`,
    files: [fileDraft({ zoomId: `f${n}`, kind, sizeBytes: n * 100 })],
    ...changes,
  });
}

async function land(sessions: readonly SessionDraft[]): Promise<void> {
  await catalog.landSessions({ list: 'live', isSingle: false, span: null, nowMs: 0, sessions });
}

/** The sums of a filter, which have to be those of the sessions it lists. */
async function sum(narrowed: Partial<SessionFilter>) {
  const filter = { ...everySession('live'), ...narrowed };
  const sort = { field: 'start', isDescending: true } as const;
  const { sessions } = await catalog.listSessions({ filter, sort, after: null, limit: 300 });
  const totals = await catalog.totalsOf(filter);
  const files = sessions.flatMap((session) => session.files);
  expect(totals).toEqual({
    sessions: sessions.length,
    files: files.length,
    bytes: files.reduce((bytes, { sizeBytes }) => bytes + (sizeBytes ?? 0), 0),
    minutes: sessions.reduce((minutes, { durationMinutes }) => minutes + (durationMinutes ?? 0), 0),
  });
  return totals.sessions;
}

const days = (from: string, to: string) => ({
  fromMs: Date.parse(from),
  toMs: Date.parse(to) + DAY_MS - 1,
});

test('sums of days, kinds and states are those of the rows, however a span lies in its months', async () => {
  await land(Array.from({ length: 36 }, (_, n) => draft(n)));
  expect(await sum({ span: days('2026-01-01', '2026-12-31'), kinds: ['audio'] })).toBe(12);
  expect(await sum({ span: days('2026-02-05', '2026-10-28'), kinds: ['audio', 'chat'] })).toBeGreaterThan(0);
  expect(await sum({ span: days('2026-02-20', '2026-10-04'), states: ['ready'] })).toBeGreaterThan(0);
  expect(await sum({ span: days('2026-04-05', '2026-04-25'), kinds: ['audio'] })).toBe(1);
  expect(await sum({ kinds: ['poll'] })).toBe(0);
});

test('what is counted in memory follows every change of a session', async () => {
  await land(Array.from({ length: 36 }, (_, n) => draft(n)));
  expect(await sum({ words: ['orchid', 'triage'] })).toBe(18);
  expect(await sum({ words: ['or', '7'] })).toBe(3);
  expect(await sum({ words: ['zq'] })).toBe(0);
  await land([draft(7, { name: 'lotus', search: 'lotus\n' }), draft(36)]);
  expect(await sum({ words: ['or', '7'] })).toBe(2);
  expect(await sum({ words: ['lotus'] })).toBe(1);
  expect(await sum({ words: ['triage'], minMinutes: 10, maxBytes: 3000 })).toBe(11);
  expect(await sum({ words: ['s3'], idPart: 'S3' })).toBe(8);
  expect(await sum({ words: ['triage'], idPart: 'triage' })).toBe(19);
  expect(await sum({ words: ['zq'] })).toBe(0);
  expect(await sum({ kinds: ['video'] })).toBe(13);
});
