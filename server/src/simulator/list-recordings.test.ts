import { afterEach, beforeEach, expect, test } from 'vitest';
import { simulatedFile, simulatedSession } from './account.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { ask, type Listed, list, sign, signToken } from './test-caller.ts';

const now = Date.parse('2026-03-15T12:00:00Z');
let simulator: Simulator;

function session(number: number, startTime: string, changes: object = {}) {
  const content = { kind: 'synthetic', seed: number, sizeBytes: 1000 } as const;
  return simulatedSession({
    session_id: `session-${number}`,
    start_time: startTime,
    recording_files: [
      simulatedFile({ id: `video-${number}`, recording_type: 'gallery_view', content }),
      simulatedFile({ id: `timeline-${number}`, recording_type: 'timeline', content }),
    ],
    ...changes,
  });
}

beforeEach(async () => {
  simulator = await startSimulator({ now: () => now, rates: 'unlimited' });
});
afterEach(() => simulator.stop());

const idsOf = (sessions: Listed[] = []) => sessions.map(({ session_id }) => session_id);
const march = { from: '2026-03-01', to: '2026-03-31' };

test('without dates it lists today and tomorrow by the UTC calendar, newest first', async () => {
  simulator.account.sessions = [
    session(1, '2026-03-14T23:59:59Z'),
    session(2, '2026-03-15T00:00:00Z'),
    session(3, '2026-03-15T11:00:00Z'),
  ];
  const { body, headers } = await list(simulator);
  expect(body).toMatchObject({ from: '2026-03-15', to: '2026-03-16', page_size: 30, total_records: 2 });
  expect(body.next_page_token).toBe('');
  expect(idsOf(body.sessions)).toEqual(['session-3', 'session-2']);
  expect(headers.get('x-zm-trackingid')).toMatch(/^v=2\.0;clid=us06;rid=WEB_[0-9a-f]{32}$/);
  expect(headers.get('date')).toBe('Sun, 15 Mar 2026 12:00:00 GMT');
});

test('both dates belong to the range, to their last second', async () => {
  const starts = [
    '2026-02-28T23:59:59Z',
    '2026-03-01T00:00:00Z',
    '2026-03-31T23:59:59Z',
    '2026-04-01T00:00:00Z',
  ];
  simulator.account.sessions = starts.map((start, index) => session(index, start));
  const { body } = await list(simulator, march);
  expect(idsOf(body.sessions)).toEqual(['session-2', 'session-1']);
});

test('counts and sums as Zoom does: without timelines', async () => {
  simulator.account.sessions = [session(1, '2026-03-02T00:00:00Z')];
  const { body } = await list(simulator, march);
  expect(body.sessions?.[0]).toMatchObject({ recording_count: 1, total_size: 1000 });
  expect(body.sessions?.[0]?.recording_files).toHaveLength(2);
});

test('nonsense is as good as absent, and a page holds at most 300', async () => {
  for (const page_size of ['0', '-5', 'abc', '1.5']) {
    expect((await list(simulator, { page_size })).body.page_size).toBe(30);
  }
  expect((await list(simulator, { page_size: '999999', colour: 'red' })).body.page_size).toBe(300);
  expect((await list(simulator, { from: '2026-02-31', to: 'soon' })).body).toMatchObject({
    from: '2026-03-15',
  });
});

test('a range over a month is cut, honoured or refused, as the switch says', async () => {
  const long = { from: '2026-01-01', to: '2026-03-31' };
  expect((await list(simulator, long)).body).toMatchObject({ from: '2026-02-28', to: '2026-03-31' });
  simulator.faults.switches.longRange = 'honour';
  expect((await list(simulator, long)).body).toMatchObject(long);
  simulator.faults.switches.longRange = 'reject';
  expect(await list(simulator, long)).toMatchObject({ status: 400, body: { code: 300 } });
  expect((await list(simulator, { from: '2026-02-11', to: '2026-03-11' })).status).toBe(200);
});

test('a walk over pages meets every session once', async () => {
  simulator.account.sessions = Array.from({ length: 65 }, (_, index) =>
    session(index, `2026-03-${String((index % 28) + 1).padStart(2, '0')}T10:00:00Z`),
  );
  const seen: string[] = [];
  let token = '';
  do {
    const { body } = await list(simulator, { ...march, page_size: '20', next_page_token: token });
    expect(body.total_records).toBe(65);
    seen.push(...idsOf(body.sessions));
    token = body.next_page_token ?? '';
  } while (token !== '');
  expect(new Set(seen).size).toBe(65);
  expect(seen).toHaveLength(65);
});

const dead = { status: 400, body: { code: 300, message: 'The next page token is invalid or expired.' } };

async function firstToken(): Promise<string> {
  simulator.account.sessions = Array.from({ length: 9 }, (_, index) =>
    session(index, '2026-03-02T10:00:00Z'),
  );
  const { body } = await list(simulator, { ...march, page_size: '3' });
  return body.next_page_token ?? '';
}

test('a page token dies after 15 minutes of the simulated clock', async () => {
  const next_page_token = await firstToken();
  simulator.clock.advance(15 * 60_000 - 1);
  expect((await list(simulator, { ...march, page_size: '3', next_page_token })).status).toBe(200);
  simulator.clock.advance(1);
  expect(await list(simulator, { ...march, page_size: '3', next_page_token })).toMatchObject(dead);
});

test('a page token belongs to its query, and a changed one is none', async () => {
  const next_page_token = await firstToken();
  expect(await list(simulator, { ...march, page_size: '4', next_page_token })).toMatchObject(dead);
  expect(
    await list(simulator, { from: march.from, to: '2026-03-30', page_size: '3', next_page_token }),
  ).toMatchObject(dead);
  const changed = `${next_page_token.startsWith('x') ? 'y' : 'x'}${next_page_token.slice(1)}`;
  expect(await list(simulator, { ...march, page_size: '3', next_page_token: changed })).toMatchObject(dead);
});

test('the token of a chosen page can be made to die once', async () => {
  const next_page_token = await firstToken();
  simulator.faults.switches.expirePageToken = { page: 2, mode: 'once' };
  expect(await list(simulator, { ...march, page_size: '3', next_page_token })).toMatchObject(dead);
  expect((await list(simulator, { ...march, page_size: '3', next_page_token })).status).toBe(200);
});

test('rows inserted between two pages shift what the next page shows', async () => {
  simulator.faults.switches.onPage = ({ page, account }) => {
    if (page === 1) account.sessions.push(session(99, '2026-03-20T10:00:00Z'));
  };
  const next_page_token = await firstToken();
  const { body } = await list(simulator, { ...march, page_size: '3', next_page_token });
  expect(body.total_records).toBe(10);
  expect(idsOf(body.sessions)).toEqual(['session-2', 'session-3', 'session-4']);
});

test('a walk can be made to repeat its token, or never to end', async () => {
  const next_page_token = await firstToken();
  simulator.faults.switches.paging = 'repeat';
  const again = await list(simulator, { ...march, page_size: '3', next_page_token });
  expect(again.body.next_page_token).toBe(next_page_token);
  simulator.faults.switches.paging = 'endless';
  const tokens = new Set<string>();
  for (let token = next_page_token; tokens.size < 7; tokens.add(token)) {
    token =
      (await list(simulator, { ...march, page_size: '3', next_page_token: token })).body.next_page_token ??
      '';
    expect(token).not.toBe('');
  }
});

test('rows can be put in another order', async () => {
  await firstToken();
  simulator.faults.switches.arrange = (sessions) => sessions.toReversed();
  const { body } = await list(simulator, march);
  expect(idsOf(body.sessions)[0]).toBe('session-8');
});

test('serves a hostile address, a wrong type and an unknown field as they were laid', async () => {
  const file = simulatedFile({
    id: 'video',
    recording_type: 'gallery_view',
    content: { kind: 'missing' },
    download_url: 'file:///etc/passwd',
    extra: { file_size: 'many', colour: 'red' },
  });
  simulator.account.sessions = [session(1, '2026-03-02T10:00:00Z', { recording_files: [file] })];
  const { body } = await list(simulator, march);
  const expected = { download_url: 'file:///etc/passwd', file_size: 'many', colour: 'red' };
  expect(body.sessions?.[0]?.recording_files?.[0]).toMatchObject(expected);
});

test('says what the overrides say, not what is true', async () => {
  Object.assign(simulator.faults.switches, {
    totalRecords: 7,
    echoedFrom: '2026-03-09',
    echoedTo: '2026-03-10',
  });
  expect((await list(simulator, march)).body).toMatchObject({
    total_records: 7,
    from: '2026-03-09',
    to: '2026-03-10',
  });
});

test.each([
  ['no token', ''],
  ['a token of another secret', sign({ alg: 'HS256' }, { iss: 'sim_api_key_0001', exp: 9e9 }, 'wrong')],
])('with %s it answers 401 code 124', async (_what, token) => {
  expect(await ask(simulator, '/videosdk/recordings', token)).toMatchObject({
    status: 401,
    body: { code: 124, message: 'Invalid access token.' },
  });
});

test('says that a token is expired, and takes none from the query', async () => {
  const token = signToken(simulator);
  simulator.clock.advance(600_000);
  const expired = await ask(simulator, '/videosdk/recordings', token);
  expect(expired).toMatchObject({ status: 401, body: { code: 124, message: 'Access token is expired.' } });
  const inQuery = await fetch(
    `${simulator.baseUrl}/videosdk/recordings?access_token=${signToken(simulator)}`,
  );
  expect(inQuery.status).toBe(401);
  expect(simulator.log.at(-1)).toMatchObject({ authorization: 'query', status: 401 });
});

test('an unknown route is 404 code 2300', async () => {
  expect(await ask(simulator, '/videosdk/nothing')).toMatchObject({ status: 404, body: { code: 2300 } });
});
