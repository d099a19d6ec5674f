import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileDraft, sessionDraft } from '../../test/catalog-draft.ts';
import { FILE_STATES, fileState } from './file-state.ts';
import type { ListedSessions, ListKey } from './list-sessions.ts';
import { type Catalog, openCatalog } from './open-catalog.ts';
import type { CatalogSession } from './rows.ts';
import { everySession, type SessionFilter } from './session-filter.ts';

let catalog: Catalog;
let all: CatalogSession[];

const people = ['Ana María', 'bo', 'Čeněk', null];
const names = ['orchid triage', 'ORCHID-RETRO', 'שיעור עברית', '100%_*"\'\\', 'a', null];
const files = {
  ready: fileDraft({ kind: 'video' }),
  processing: fileDraft({ kind: 'transcript', status: 'processing' }),
  unavailable: fileDraft({ kind: 'chat', hasAddress: false }),
};

function draft(n: number) {
  const state = FILE_STATES[n % 3] ?? 'ready';
  const who = people[n % 4] ?? null;
  const name = names[n % 6] ?? null;
  const own = { ...files[state], zoomId: `f${n}`, sizeBytes: (n % 7) * 10 };
  const theirs = fileDraft({
    zoomId: `p${n}`,
    source: 'participant-video',
    participantName: who,
    sizeBytes: 1,
  });
  return sessionDraft({
    zoomId: `Case${n}=`,
    name,
    startMs: Date.UTC(2026, n % 12, 1 + (n % 28)),
    durationMinutes: n % 5 === 0 ? null : n % 50,
    reportedFiles: null,
    search: `${(name ?? '').toLowerCase()}\nkey-${n}`,
    files: n % 2 === 0 ? [own, theirs] : [own],
  });
}

beforeAll(async () => {
  catalog = openCatalog({ dataDir: ':memory:', log: pino({ level: 'silent' }) });
  const sessions = Array.from({ length: 240 }, (_, n) => draft(n));
  await catalog.landSessions({ list: 'live', isSingle: false, span: null, nowMs: 0, sessions });
  all = await sessionsOf(everySession('live'));
});
afterAll(() => catalog.close());

/** Page after page, so that cursors are tried with every filter. */
async function sessionsOf(filter: SessionFilter): Promise<CatalogSession[]> {
  const found: CatalogSession[] = [];
  let after: ListKey | null = null;
  do {
    const sort = { field: 'start', isDescending: true } as const;
    const page: ListedSessions = await catalog.listSessions({
      ...{ filter, sort, after, limit: 60 },
    });
    found.push(...page.sessions);
    after = page.end;
  } while (after !== null);
  return found;
}

const bytesOf = (session: CatalogSession) =>
  session.files.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0);

function isWanted(session: CatalogSession, filter: SessionFilter): boolean {
  const who = session.files.flatMap(({ participantName }) => participantName?.toLowerCase() ?? []);
  const n = session.zoomId.slice(4, -1);
  const texts = [session.name?.toLowerCase() ?? '', `key-${n}`, ...who];
  const minutes = session.durationMinutes;
  const within = (value: number | null, min: number | null, max: number | null) =>
    (min === null || (value !== null && value >= min)) && (max === null || (value !== null && value <= max));
  return (
    (filter.words.every((word) => texts.some((text) => text.includes(word))) ||
      (filter.idPart !== '' && session.zoomId.toLowerCase().includes(filter.idPart.toLowerCase()))) &&
    (filter.participant === '' || who.some((person) => person.includes(filter.participant))) &&
    (filter.kinds.length === 0 || session.files.some(({ kind }) => filter.kinds.includes(kind))) &&
    (filter.states.length === 0 || session.files.some((file) => filter.states.includes(fileState(file)))) &&
    within(bytesOf(session), filter.minBytes, filter.maxBytes) &&
    within(minutes, filter.minMinutes, filter.maxMinutes)
  );
}

const word = fc.constantFrom(
  'orchid',
  'retro',
  'triage',
  'key-1',
  'עברית',
  'שי',
  '%_*"',
  'i',
  'aría',
  '"',
  'nobody',
);
const texts = fc.oneof(
  fc.uniqueArray(word, { maxLength: 3 }).map((words) => ({ words, idPart: '' })),
  fc.constantFrom('Case1', 'Case23=', 'case1').map((idPart) => ({ words: [idPart.toLowerCase()], idPart })),
);
const bound = fc.option(fc.nat(60));
const filters: fc.Arbitrary<SessionFilter> = fc.record({
  list: fc.constant('live'),
  span: fc.constant(null),
  ...{ words: fc.constant([]), idPart: fc.constant('') },
  participant: fc.constantFrom('', '', '', 'ana m', 'b', 'čen', 'nobody'),
  kinds: fc.subarray(['video', 'transcript', 'chat'], { maxLength: 2 }),
  states: fc.subarray([...FILE_STATES], { maxLength: 2 }),
  ...{ minBytes: bound, maxBytes: bound, minMinutes: bound, maxMinutes: bound },
});

test('lists and sums exactly the sessions that meet a filter, newest first', async () => {
  await fc.assert(
    fc.asyncProperty(filters, texts, async (others, text) => {
      const filter = { ...others, ...text };
      const wanted = all.filter((session) => isWanted(session, filter));
      const found = await sessionsOf(filter);
      expect(found.map(({ zoomId }) => zoomId)).toEqual(wanted.map(({ zoomId }) => zoomId));
      expect(await catalog.totalsOf(filter)).toEqual({
        sessions: wanted.length,
        files: wanted.reduce((sum, session) => sum + session.files.length, 0),
        bytes: wanted.reduce((sum, session) => sum + bytesOf(session), 0),
        minutes: wanted.reduce((sum, { durationMinutes }) => sum + (durationMinutes ?? 0), 0),
      });
    }),
    { numRuns: 300 },
  );
});
