import fc from 'fast-check';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileDraft, sessionDraft } from '../../test/catalog-draft.ts';
import { type Catalog, openCatalog } from './open-catalog.ts';
import type { ListName, SessionDraft } from './rows.ts';
import { everySession } from './session-filter.ts';

let catalog: Catalog;

beforeEach(() => {
  catalog = openCatalog({ dataDir: ':memory:', log: pino({ level: 'silent' }) });
});
afterEach(() => catalog.close());

const november = { fromMs: Date.parse('2026-11-01T00:00:00Z'), toMs: Date.parse('2026-12-01T00:00:00Z') - 1 };

const land = (sessions: SessionDraft[], list: ListName = 'live') =>
  catalog.landSessions({ list, isSingle: false, span: null, nowMs: 0, sessions });

const filter = everySession;

async function listed(list: ListName = 'live') {
  const sort = { field: 'start', isDescending: true } as const;
  const { sessions } = await catalog.listSessions({ filter: filter(list), sort, after: null, limit: 1000 });
  return sessions;
}

test('keeps Zoom’s id of a file, and gives another to a file that shares it with an earlier session', async () => {
  const files = [fileDraft({ zoomId: 'e5db37d6-3fd1' })];
  const [first, second] = await land([
    sessionDraft({ zoomId: 'a', files }),
    sessionDraft({ zoomId: 'b', files }),
  ]);
  expect(first?.fileIds).toEqual(['e5db37d6-3fd1']);
  expect(second?.fileIds[0]).toMatch(/^x[\w-]{22}$/);
  const again = await land([sessionDraft({ zoomId: 'b', name: 'renamed', files })]);
  expect(again[0]?.fileIds).toEqual(second?.fileIds);
  expect((await catalog.findFile('e5db37d6-3fd1'))?.session.zoomId).toBe('a');
});

test('gives files without a usable id one that stays the same, and counts an object told twice once', async () => {
  const files = [
    fileDraft({ recordingType: 'timeline' }),
    fileDraft({ recordingType: 'timeline' }),
    fileDraft({ recordingType: 'closed_caption' }),
    fileDraft({ zoomId: 'a/b?c' }),
  ];
  const [first] = await land([sessionDraft({ zoomId: 'a', files })]);
  expect(first?.fileIds[0]).toBe(first?.fileIds[1]);
  expect(new Set(first?.fileIds).size).toBe(3);
  for (const id of first?.fileIds ?? []) expect(id).toMatch(/^[\w-]+$/);
  const [second] = await land([sessionDraft({ zoomId: 'a', name: 'renamed', files })]);
  expect(second?.fileIds).toEqual(first?.fileIds);
  expect((await listed())[0]?.files).toHaveLength(3);
});

test('tells what is new from what was told before', async () => {
  const draft = sessionDraft({ zoomId: 'a', files: [fileDraft({ zoomId: 'one' })] });
  const changes = [draft, draft, { ...draft, name: 'renamed' }, { ...draft, name: 'renamed', files: [] }];
  const told: unknown[] = [];
  for (const change of changes) told.push((await land([change]))[0]?.isChanged);
  expect(told).toEqual([true, false, true, false]);
});

test('places a session that began just outside its window at the edge, and one without a start where it was listed', async () => {
  const early = november.fromMs - 1000;
  await catalog.landSessions({
    list: 'live',
    isSingle: false,
    span: november,
    nowMs: 0,
    sessions: [
      sessionDraft({ zoomId: 'early', startMs: early }),
      sessionDraft({ zoomId: 'unknown', startMs: null, files: [] }),
      sessionDraft({ zoomId: 'far', startMs: 0 }),
    ],
  });
  const inNovember = await catalog.listSessions({
    filter: { ...filter('live'), span: november },
    sort: { field: 'start', isDescending: false },
    after: null,
    limit: 10,
  });
  expect(inNovember.sessions.map(({ zoomId, startMs }) => [zoomId, startMs])).toEqual([
    ['early', early],
    ['unknown', null],
  ]);
});

test('holds 5,000 sessions that began in the same millisecond', async () => {
  const many = Array.from({ length: 5000 }, (_, n) => sessionDraft({ zoomId: `s${n}` }));
  for (let start = 0; start < many.length; start += 500) await land(many.slice(start, start + 500));
  expect(catalog.counts().sessions).toBe(5000);
});

test('moves a session whose start was corrected, with its files', async () => {
  const file = fileDraft({ zoomId: 'one' });
  await land([sessionDraft({ zoomId: 'a', files: [file] })]);
  await land([sessionDraft({ zoomId: 'a', startMs: Date.parse('2026-09-01T00:00:00Z'), files: [file] })]);
  expect((await catalog.findFile('one'))?.session.positionMs).toBe(Date.parse('2026-09-01T00:00:00Z'));
  expect(await catalog.loadMonthTotals()).toMatchObject([{ month: '2026-09', sessions: 1 }]);
});

test('keeps its sums equal to what a count over the rows gives, whatever lands and leaves', async () => {
  const lists: ListName[] = ['live', 'trashed-sessions', 'trashed-files'];
  const step = fc.record({
    list: fc.constantFrom(...lists),
    isSingle: fc.boolean(),
    isSweep: fc.boolean(),
    sessions: fc.array(
      fc.record({
        n: fc.nat(5),
        month: fc.integer({ min: 9, max: 12 }),
        files: fc.uniqueArray(fc.nat(3)),
        size: fc.nat(50),
      }),
      { maxLength: 4 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      for (const { list, isSingle, isSweep, sessions } of steps) {
        const before = await catalog.nextSequence();
        const drafts = sessions.map((session) =>
          sessionDraft({
            zoomId: `s${session.n}`,
            startMs: Date.UTC(2026, session.month - 1, 3),
            durationMinutes: session.size,
            reportedFiles: null,
            files: session.files.map((file) =>
              fileDraft({ zoomId: `f${session.n}${file}`, sizeBytes: session.size }),
            ),
          }),
        );
        await catalog.landSessions({ list, isSingle, span: null, nowMs: 1, sessions: drafts });
        if (isSweep) await sweepAll(list, before);
        await expectTrueSums();
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);

async function sweepAll(list: ListName, before: number): Promise<void> {
  const scope = list === 'live' ? { list, span: { fromMs: 0, toMs: 4e12 } } : { list };
  const record = {
    id: 'w',
    state: 'complete',
    syncedMs: 0,
    reportedTotal: null,
    pages: 1,
    unreadable: 0,
  } as const;
  await catalog.endPass({ record: { ...record, problem: null, isDue: false }, sweep: { scope, before } });
}

/** A filter that every session meets makes the catalog count its rows instead of reading the sums beside them. */
async function expectTrueSums(): Promise<void> {
  for (const list of ['live', 'trashed-sessions', 'trashed-files'] as const) {
    const counted = await catalog.totalsOf({ ...filter(list), words: ['orchid'] });
    expect(await catalog.totalsOf(filter(list))).toEqual(counted);
    const sessions = await listed(list);
    expect(sessions).toHaveLength(counted.sessions);
    const files = sessions.flatMap((session) =>
      session.files.filter((file) =>
        list === 'trashed-files' ? file.isTrashed : session.state === 'trashed' || file.isLive,
      ),
    );
    expect(files).toHaveLength(counted.files);
    expect(files.reduce((sum, file) => sum + (file.sizeBytes ?? 0), 0)).toBe(counted.bytes);
  }
}
