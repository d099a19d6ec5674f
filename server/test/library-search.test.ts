import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { maxSearchLength, type SessionsPage, SessionsQuery } from '../src/contract/index.ts';
import { createAccount, simulatedFile, simulatedSession } from '../src/simulator/account.ts';
import { list, listSettled, startLibrary, type TestLibrary } from './start-library.ts';

let library: TestLibrary;

const names = [
  'orchid triage 0412',
  'Straße É',
  'שיעור עברית',
  '100%_*"\'\\ (a-b)^',
  '字幕テスト',
  '🎉🎉🎉 party',
  'a',
];

function session(n: number) {
  const participant = simulatedFile({
    id: `p${n}`,
    recording_type: 'individual_user',
    file_name: `Ana María ${n}`,
    user_key: `Key/${n}`,
    content: { kind: 'synthetic', seed: n, sizeBytes: 10 },
  });
  return simulatedSession({
    session_id: `Id/${n}+${'x'.repeat(8)}=`,
    session_name: names[n % names.length] ?? '',
    session_key: `Order-${n}`,
    start_time: `2026-10-${String(1 + (n % 28)).padStart(2, '0')}T09:00:00Z`,
    participant_video_files: [participant],
  });
}

beforeAll(async () => {
  const sessions = Array.from({ length: 70 }, (_, n) => session(n));
  library = await startLibrary({ data: createAccount(sessions) });
  await listSettled(library, { month: '2026-10' });
});
afterAll(() => library.stop());

const months = { from: '2026-09-01', to: '2026-11-30', limit: '300' };

/** As the address of a list would ask it. */
function search(q: string, more: Record<string, string> = {}): Promise<SessionsPage> {
  return list(library, SessionsQuery.parse({ ...months, q, ...more }));
}

test.each([
  ['', 70],
  ['   ', 70],
  ['ORCHID 0412', 10],
  ['0412 chid', 10],
  ['strasse', 0],
  ['STRASSE É'.toLowerCase().replace('ss', 'ß'), 10],
  ['E\u0301', 10],
  ['עברית', 10],
  ['%_*"\'\\', 10],
  ['(a-b)^', 10],
  ['"orchid"', 0],
  ['orchid AND triage', 0],
  ['NEAR(orchid triage)', 0],
  ['字幕', 10],
  ['幕テス', 10],
  ['🎉🎉🎉', 10],
  ['order-7', 1],
  ['a', 70],
  ['ana maría', 70],
  ['key/69', 1],
  ['Id/7+', 1],
  ['Id/7+xxxxxxxx=', 1],
  ['orchid\0triage', 0],
  ['\0', 0],
])('finds %j in %i sessions, and counts exactly those', async (q, count) => {
  const { sessions, totals } = await search(q);
  expect([sessions.length, totals.sessions]).toEqual([count, count]);
});

test('narrows by participant, whatever characters are in it', async () => {
  const count = async (q: string, participant: string) => (await search(q, { participant })).totals.sessions;
  expect(await count('', 'MARÍA 69')).toBe(1);
  expect(await count('orchid', 'key/7')).toBe(1);
  expect(await count('orchid', 'a')).toBe(10);
  expect(await count('orchid', '"\0*')).toBe(0);
});

test('answers the longest search there may be, and refuses a longer one', async () => {
  for (const text of [
    'orchid '.repeat(1000),
    'x'.repeat(6000),
    'abc def '.repeat(1000),
    'ab '.repeat(2000),
  ]) {
    const { sessions, totals } = await search(text.slice(0, maxSearchLength));
    expect(totals.sessions).toBe(sessions.length);
  }
  expect(SessionsQuery.safeParse({ q: 'x'.repeat(maxSearchLength + 1) }).success).toBe(false);
});

test('answers whatever is searched for, with sums that agree with the rows', async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '"',
      '*',
      '^',
      '-',
      '(',
      ')',
      ':',
      'OR',
      'AND',
      'NOT',
      '%',
      '_',
      '\0',
      ' ',
      '\u202E',
      'orchid',
      'a',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      const { sessions, totals } = await search(pieces.join(''));
      expect(totals.sessions).toBe(sessions.length);
    }),
    { numRuns: 200 },
  );
});

test('takes half of a character for one that is nowhere', async () => {
  expect((await search('\uD800')).totals.sessions).toBe(0);
  expect((await search('orchid\uDC00')).totals.sessions).toBe(0);
});
