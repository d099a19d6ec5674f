import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SessionSort } from '../src/contract/index.ts';
import { InvalidCursor } from '../src/library/errors.ts';
import {
  createAccount,
  type SimulatedSession,
  simulatedFile,
  simulatedSession,
} from '../src/simulator/account.ts';
import { list, listAll, listSettled, startLibrary, type TestLibrary } from './start-library.ts';

let library: TestLibrary;

const types = ['gallery_view', 'audio_only', 'audio_transcript', 'chat_file'];

function example(n: number, fields: Partial<SimulatedSession> = {}): SimulatedSession {
  const day = String((n % 28) + 1).padStart(2, '0');
  return simulatedSession({
    session_id: `session-${n}`,
    session_name: `lesson ${n % 7}`,
    session_key: `order-${n}`,
    // Many begin in the same second, and many are equally long: ties are what makes paging hard.
    start_time: `2026-10-${day}T09:00:00Z`,
    duration: n % 5,
    recording_files: [
      simulatedFile({
        id: `file-${n}`,
        recording_type: types[n % types.length] ?? 'gallery_view',
        content: { kind: 'synthetic', seed: 1, sizeBytes: 100 + (n % 3) },
      }),
    ],
    ...fields,
  });
}

async function startWith(sessions: SimulatedSession[]): Promise<void> {
  library = await startLibrary({ data: createAccount(sessions) });
  await listSettled(library, { month: '2026-10' });
}

const sorts: SessionSort[] = [
  'start',
  '-start',
  'size',
  '-size',
  'duration',
  '-duration',
  'name',
  '-name',
  'purge',
  '-purge',
];
const month = { month: '2026-10' };

beforeEach(() =>
  startWith([
    ...Array.from({ length: 120 }, (_, n) => example(n)),
    example(900, { session_name: '', extra: { duration: null } }),
    example(901, { extra: { session_name: null, duration: null } }),
    example(902, { session_name: '100%_*"\'\\', session_key: 'STRASSE-É' }),
  ]),
);
afterEach(() => library.stop());

test.each(sorts)(
  'pages through a list by %s as if it were one page, in order, with empty values last',
  async (sort) => {
    const whole = await list(library, { ...month, sort, limit: 300 });
    const paged = await listAll(library, { ...month, sort, limit: 7 });
    expect(paged.map(({ id }) => id)).toEqual(whole.sessions.map(({ id }) => id));
    expect(new Set(paged.map(({ id }) => id)).size).toBe(123);
    const field = sort.replace('-', '');
    const values = paged.map((session) =>
      field === 'size'
        ? session.sizeBytes
        : field === 'duration'
          ? session.durationMinutes
          : field === 'name'
            ? session.name
            : session.startTime,
    );
    const known = values.filter((value) => value !== null);
    expect(values.slice(0, known.length)).toEqual(known);
    const sign = sort.startsWith('-') ? -1 : 1;
    const isInOrder = known.every((value, n) => n === 0 || sign * compare(known[n - 1], value) <= 0);
    expect(field === 'purge' || isInOrder).toBe(true);
  },
);

test('neither repeats nor misses a session when others arrive between pages', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...sorts),
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 5000 })), {
        maxLength: 6,
      }),
      async (sort, limit, arrivals) => {
        const before = (await listAll(library, month)).map(({ zoomId }) => zoomId);
        const met: string[] = [];
        let cursor: string | null = null;
        let page = 0;
        do {
          const listed = await list(library, {
            ...month,
            sort,
            limit,
            ...(cursor === null ? {} : { cursor }),
          });
          met.push(...listed.sessions.map(({ zoomId }) => zoomId));
          cursor = listed.nextCursor;
          for (const [, n] of arrivals.filter(([at]) => at === page)) await arrive(n);
          page += 1;
        } while (cursor !== null);
        expect(new Set(met).size).toBe(met.length);
        for (const zoomId of before) expect(met).toContain(zoomId);
      },
    ),
    { numRuns: 40 },
  );
});

/** A session that the catalog learns of by another way than its window. */
async function arrive(n: number): Promise<void> {
  const { account } = library.zoomServer;
  const session = example(10_000 + n);
  if (account.sessions.some(({ session_id }) => session_id === session.session_id)) return;
  account.sessions.push(session);
  await library.library.askAddresses(session.session_id);
}

test.each(['100%_*"\'\\', '%', '_', '*"', '\\'])('finds %s as it is written', async (q) => {
  expect(
    (await listAll(library, { ...month, q })).map(({ name }) => name).every((name) => name?.includes(q)),
  ).toBe(true);
  expect((await list(library, { ...month, q: '100%_*"\'\\' })).totals.sessions).toBe(1);
});

test.each([
  ['LESSON order-1', 31],
  ['order-90 esson', 1],
  ['session-11', 11],
  ['order-902', 0],
  ['strasse-e\u0301', 1],
  ['  strasse-É ', 1],
  ['no such thing', 0],
])('finds part of name, id or key in any case: «%s»', async (q, count) => {
  const { totals, sessions } = await list(library, { ...month, q, limit: 300 });
  expect(totals.sessions).toBe(count);
  expect(sessions).toHaveLength(count);
});

test('lists sessions that have a file of one of the kinds, and sums exactly those', async () => {
  const page = await list(library, { ...month, kind: ['chat', 'transcript'], limit: 300 });
  expect(page.sessions.length).toBeGreaterThan(10);
  for (const { files } of page.sessions) expect(['chat', 'transcript']).toContain(files[0]?.kind);
  expect(page.totals).toEqual({
    sessions: page.sessions.length,
    files: page.sessions.length,
    bytes: page.sessions.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    minutes: page.sessions.reduce((sum, { durationMinutes }) => sum + (durationMinutes ?? 0), 0),
  });
});

test('takes dates as inclusive UTC days, and sums over parts of months as over whole ones', async () => {
  const part = await list(library, { from: '2026-10-05', to: '2026-10-07', limit: 300 });
  expect(new Set(part.sessions.map(({ startTime }) => startTime?.slice(0, 10)))).toEqual(
    new Set(['2026-10-05', '2026-10-06', '2026-10-07']),
  );
  const whole = await list(library, { from: '2026-09-15', to: '2026-11-02', limit: 300 });
  expect(whole.totals).toEqual((await list(library, { ...month, limit: 300 })).totals);
  expect(whole.windows.map(({ from, to }) => [from, to])).toEqual([
    ['2026-11-01', '2026-11-30'],
    ['2026-10-01', '2026-10-31'],
    ['2026-09-01', '2026-09-30'],
  ]);
});

test.each([
  '',
  'nonsense',
  '%%%',
  Buffer.from('{}').toString('base64url'),
  Buffer.from('[]').toString('base64url'),
])('refuses a damaged cursor «%s»', async (cursor) => {
  await expect(list(library, { ...month, cursor })).rejects.toThrow(InvalidCursor);
});

test('refuses the cursor of another order', async () => {
  const { nextCursor } = await list(library, { ...month, sort: 'name', limit: 5 });
  const cursor = nextCursor ?? '';
  expect((await list(library, { ...month, sort: 'name', cursor })).sessions).toHaveLength(50);
  await expect(list(library, { ...month, sort: '-name', cursor })).rejects.toThrow(InvalidCursor);
});

test('lists a year of months newest first with sums and how far each is read', async () => {
  const months = await library.library.listMonths();
  expect(months).toHaveLength(12);
  expect(months[0]).toMatchObject({ month: '2026-11', sessions: 0, state: 'unread' });
  expect(months[1]).toMatchObject({ month: '2026-10', sessions: 123, files: 123, state: 'complete' });
});

function compare(a: string | number | undefined, b: string | number): number {
  if (a === undefined) return -1;
  const [x, y] = [typeof a === 'string' ? a.toLowerCase() : a, typeof b === 'string' ? b.toLowerCase() : b];
  return x < y ? -1 : x > y ? 1 : 0;
}
