import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Catalog, openCatalog } from '../open-catalog.ts';
import type { FileDraft, ListName, SessionDraft } from '../rows.ts';
import { everySession } from '../session-filter.ts';
import type { ItemRecord, Place } from './records.ts';

const startMs = Date.parse('2026-03-04T00:00:00Z');
let catalog: Catalog;
let nowMs = startMs;

beforeEach(async () => {
  catalog = openCatalog({ dataDir: ':memory:', log: pino({ level: 'silent' }) });
  nowMs = startMs;
  await tell('live', [session(['a', 'b'])]);
});
afterEach(() => catalog.close());

function file(id: string): FileDraft {
  return {
    zoomId: id,
    ...{
      source: 'recording',
      kind: 'video',
      recordingType: null,
      fileType: 'MP4',
      extension: 'MP4',
      status: null,
    },
    ...{ startMs, endMs: startMs, sizeBytes: 10, hasAddress: true, isExternal: false },
    ...{ participantName: null, userId: null, userKey: null, trashedMs: null },
  };
}

const session = (files: string[]): SessionDraft => ({
  ...{
    zoomId: 's',
    name: 's',
    key: null,
    startMs,
    durationMinutes: 1,
    reportedBytes: null,
    reportedFiles: null,
  },
  search: 's\n',
  files: files.map(file),
});

const tell = (list: ListName, sessions: SessionDraft[]) =>
  catalog.landSessions({ list, isSingle: false, span: null, nowMs, sessions });

const item: ItemRecord = {
  ...{
    index: 0,
    zoomId: 's',
    fileId: null,
    zoomFileId: null,
    name: null,
    label: null,
    startMs,
    sizeBytes: 0,
  },
  ...{
    files: 0,
    externalFiles: 0,
    state: 'done',
    callId: null,
    problem: null,
    changedMs: null,
    trackingId: null,
  },
};

const move = (to: Place, fileId: string | null = null) =>
  catalog.changes.write([
    {
      kind: 'settle',
      n: 1,
      item,
      result: null,
      move: { zoomId: 's', fileId, zoomFileId: fileId, to, atMs: nowMs },
    },
  ]);

/** State, files that are live, files in the trash of files, and what the sums of the lists say. */
async function look() {
  const found = await catalog.findSession('s');
  const totals = await catalog.loadTotals(['2026-03', 'trashed-sessions', 'trashed-files']);
  const of = (scope: string) => totals.get(scope)?.files ?? 0;
  return [
    found?.state ?? 'gone',
    found?.files.flatMap(({ id, isLive }) => (isLive ? [id] : [])) ?? [],
    found?.files.flatMap(({ id, isTrashed }) => (isTrashed ? [id] : [])) ?? [],
    [of('2026-03'), of('trashed-sessions'), of('trashed-files')],
  ];
}

test('a session moves to the trash and back with all its files, and the sums with it', async () => {
  await move('trash');
  expect((await look()).toSpliced(1, 1)).toEqual(['trashed', [], [0, 2, 0]]);
  expect((await catalog.findSession('s'))?.trashedMs).toBe(nowMs);
  await move('live');
  expect(await look()).toEqual(['live', ['a', 'b'], [], [2, 0, 0]]);
});

test('a file moves by itself, and stays where it is when its session moves', async () => {
  await move('trash', 'a');
  expect(await look()).toEqual(['live', ['b'], ['a'], [1, 0, 1]]);
  await move('trash');
  await move('live');
  expect(await look()).toEqual(['live', ['b'], ['a'], [1, 0, 1]]);
  await move('live', 'a');
  expect(await look()).toEqual(['live', ['a', 'b'], [], [2, 0, 0]]);
});

test('what is deleted for good is nowhere, a file or the whole', async () => {
  await move('gone', 'a');
  expect(await look()).toEqual(['live', ['b'], [], [1, 0, 0]]);
  await move('gone');
  expect(await look()).toEqual(['gone', [], [], [0, 0, 0]]);
  expect(await catalog.totalsOf(everySession('live'))).toMatchObject({ sessions: 0 });
});

test('an answer from before the move does not put anything back; one from long after is believed', async () => {
  await move('trash');
  nowMs += 5000;
  expect(await tell('live', [session(['a', 'b'])])).toEqual([
    { zoomId: 's', fileIds: ['', ''], isChanged: false },
  ]);
  expect((await look())[0]).toBe('trashed');
  await tell('trashed-sessions', [session(['a', 'b'])]);
  nowMs += 20_000;
  await tell('live', [session(['a', 'b'])]);
  expect((await look())[0]).toBe('live');
});

test('the same for single files, in both lists that may show them', async () => {
  await move('trash', 'a');
  nowMs += 5000;
  await tell('live', [session(['a', 'b'])]);
  await tell('trashed-files', [session(['b'])]);
  expect(await look()).toEqual(['live', ['b'], ['a'], [1, 0, 1]]);
  await move('gone', 'a');
  await tell('trashed-files', [session(['a'])]);
  expect(await look()).toEqual(['live', ['b'], [], [1, 0, 0]]);
});
