import { expect, test } from 'vitest';
import { createTestClient, EMPTY_PAGE, sendJson, startFaultServer } from '../../test/zoom-fault-server.ts';
import { ZoomHttpError, ZoomIdRefusedError, ZoomPageTokenError } from './errors.ts';

const person = { urgency: 'person' } as const;

test('asks for a page with Zoom’s names and a bearer token', async () => {
  const api = await startFaultServer((_, response) => sendJson(response, EMPTY_PAGE));
  const zoom = createTestClient(api);
  const page = await zoom.listRecordings(
    {
      from: '2026-03-01',
      to: '2026-03-31',
      pageSize: 300,
      nextPageToken: 'a+b',
      trash: true,
      trashType: 'recording_file',
    },
    person,
  );
  expect(page).toMatchObject({ sessions: [], unreadable: [], nextPageToken: '', totalRecords: 0 });
  expect(api.arrivals[0]?.url).toBe(
    '/v2/videosdk/recordings?from=2026-03-01&to=2026-03-31&trash=true&trash_type=recording_file&page_size=300&next_page_token=a%2Bb',
  );
  expect(api.arrivals[0]?.headers.authorization).toMatch(/^Bearer eyJ/);
  expect(api.arrivals[0]?.headers['accept-encoding']).toBe('identity');
});

test('asks for a session with its id encoded twice', async () => {
  const api = await startFaultServer((_, response) => sendJson(response, { session_id: '/l6+==' }));
  const session = await createTestClient(api).getSession('/l6+==', person);
  expect(session).toMatchObject({ session_id: '/l6+==', recording_files: [], participant_audio_files: [] });
  expect(api.arrivals[0]?.url).toBe('/v2/videosdk/sessions/%252Fl6%252B%253D%253D/recordings');
});

test('sends nothing for an id that cannot stand in a path', async () => {
  const api = await startFaultServer((_, response) => sendJson(response, {}));
  const zoom = createTestClient(api);
  for (const id of ['', '.', '..', '\ud800']) {
    await expect(zoom.getSession(id, person)).rejects.toThrow(ZoomIdRefusedError);
  }
  expect(api.arrivals).toHaveLength(0);
});

test('tells a dead page token from other refusals', async () => {
  const api = await startFaultServer((request, response) =>
    sendJson(
      response,
      request.url?.includes('token')
        ? { code: 300, message: 'The next page token is invalid or expired' }
        : { code: 300, message: 'Validation Failed.' },
      { status: 400 },
    ),
  );
  const zoom = createTestClient(api);
  await expect(zoom.listRecordings({ nextPageToken: 'old' }, person)).rejects.toThrow(ZoomPageTokenError);
  await expect(zoom.listRecordings({}, person)).rejects.toMatchObject({ status: 400, code: 300 });
  expect(zoom.health()).toMatchObject({ state: 'ok', detail: null });
});

test('takes a refusal inside a 200 for a refusal', async () => {
  const api = await startFaultServer((_, response) =>
    sendJson(response, { code: 200, message: 'You do not have the right permissions.' }),
  );
  const zoom = createTestClient(api);
  const failure = await zoom.listRecordings({}, person).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ZoomHttpError);
  expect(failure).toMatchObject({
    status: 200,
    code: 200,
    zoomMessage: 'You do not have the right permissions.',
  });
  expect(zoom.health().state).toBe('credentials-refused');
});

test('gives a 404 as it is, with Zoom’s tracking id', async () => {
  const api = await startFaultServer((_, response) =>
    sendJson(
      response,
      { code: 3301, message: 'no recording' },
      { status: 404, headers: { 'x-zm-trackingid': 'WEB_1' } },
    ),
  );
  await expect(createTestClient(api).getSession('x', person)).rejects.toMatchObject({
    status: 404,
    code: 3301,
    trackingId: 'WEB_1',
    operation: 'getSession',
  });
});

test('one upstream call answers all who ask the same at once, and a new one those who ask later (U2)', async () => {
  const api = await startFaultServer(
    (_, response) => void setImmediate(() => sendJson(response, EMPTY_PAGE)),
  );
  const zoom = createTestClient(api);
  await Promise.all(Array.from({ length: 50 }, () => zoom.listRecordings({ from: '2026-01-01' }, person)));
  expect(api.arrivals).toHaveLength(1);
  await zoom.listRecordings({ from: '2026-01-01' }, person);
  expect(api.arrivals).toHaveLength(2);
});

test('one asker leaving takes nothing from the others; the last one leaving closes the call', async () => {
  const answers: (() => void)[] = [];
  const api = await startFaultServer(
    (_, response) => void answers.push(() => sendJson(response, EMPTY_PAGE)),
  );
  const zoom = createTestClient(api);
  const [first, second] = [new AbortController(), new AbortController()];
  const leaving = zoom.listRecordings({}, { urgency: 'background', signal: first.signal });
  const staying = zoom.listRecordings({}, { urgency: 'background', signal: second.signal });
  await expect.poll(() => answers.length).toBe(1);
  first.abort(new Error('left'));
  await expect(leaving).rejects.toThrow('left');
  expect(api.openSockets()).toBe(1);
  second.abort(new Error('left too'));
  await expect(staying).rejects.toThrow('left too');
  await expect.poll(() => api.openSockets()).toBe(0);
});
