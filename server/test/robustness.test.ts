import { monitorEventLoopDelay } from 'node:perf_hooks';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { maxSearchLength } from '../src/contract/index.ts';
import { everyRoute } from './every-route.ts';
import { rawRequest } from './raw-request.ts';
import { sampleSessions, videoId } from './sample-sessions.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';

let matinee: TestMatinee;

beforeAll(async () => {
  matinee = await startTestMatinee({ sessions: sampleSessions(), simulator: { rates: 'unlimited' } });
  await matinee.get('/api/recordings?from=2026-03-01&to=2026-03-31');
});
afterAll(() => matinee.stop());

test('lets no failure of one request touch the 100 beside it (R1)', async () => {
  const { faults } = matinee.simulator;
  faults.add(
    'cdn',
    { kind: 'reset-at', byte: 100 },
    { when: ({ range }) => range?.startsWith('bytes=7') ?? false },
  );
  const video = `${matinee.url}/api/files/${videoId}/content`;
  const good = async () => (await request(video, { headers: { range: 'bytes=100-199' } })).body.arrayBuffer();
  const bad = async () =>
    (await request(video, { headers: { range: 'bytes=7-9999' } })).body.arrayBuffer().catch(() => null);
  const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => (index % 2 ? bad() : good())));
  const bytes = answers.filter((_, index) => index % 2 === 0).map((answer) => answer?.byteLength);
  expect(new Set(bytes)).toEqual(new Set([100]));
  faults.clear();
});

test('answers the longest search there may be, in an address of 90 KB', async () => {
  const longest = encodeURIComponent('字'.repeat(maxSearchLength));
  const answer = await request(
    `${matinee.url}/api/sessions?month=2026-03&q=${longest}&participant=${longest}`,
  );
  expect(answer.statusCode).toBe(200);
  expect(await answer.body.json()).toMatchObject({ sessions: [], totals: { sessions: 0 } });
});

/** Requests that are wrong in a way of their own, as text for the wire. */
function malformed(index: number): string {
  const { path, method } = everyRoute[index % everyRoute.length] ?? everyRoute[0];
  const host = `host: 127.0.0.1:${matinee.port}`;
  const noise = Buffer.from(Array.from({ length: 40 }, (_, at) => (index * 31 + at * 17) % 256)).toString(
    'latin1',
  );
  const json = (body: string, lines = '') =>
    `POST /api/refresh HTTP/1.1\r\n${host}\r\nx-matinee: 1\r\ncontent-type: application/json\r\n${lines}content-length: ${Buffer.byteLength(body, 'latin1')}\r\n\r\n${body}`;
  const forms = [
    () => noise,
    () => `${method} ${path}?${encodeURI(noise)}=${index} HTTP/1.1\r\n${host}\r\n\r\n`,
    () => `${method} ${path}${noise} HTTP/1.1\r\n${host}\r\n\r\n`,
    () => `${method} ${path} HTTP/1.1\r\n${host}\r\n${noise}\r\n\r\n`,
    () => `${method} ${path} HTTP/${index % 9}.${index % 7}\r\n${host}\r\n\r\n`,
    () => `\r\n\r\n${method}\r\n\r\n`,
    () => `GET ${path} HTTP/1.1\r\n${host}\r\nrange: ${noise.replaceAll(/[\r\n]/g, '')}\r\n\r\n`,
    () => json('{"__proto__":{"polluted":true},"trash":"recording_file"}'),
    () => json('{"constructor":{"prototype":{"polluted":true}}}'),
    () => json(`${'['.repeat(20_000)}`),
    () => json(`{"from":${'9'.repeat(400)}}`),
    () => json('{"from":"2026-03-01","to":"2026-03-02","from":[]}'),
    () => json(noise),
    () => json('{"trash":"recording_file"}', 'transfer-encoding: chunked\r\n'),
    () => `POST /api/refresh HTTP/1.1\r\n${host}\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`,
    () => `GET /api/sessions?__proto__[polluted]=1&constructor=1 HTTP/1.1\r\n${host}\r\n\r\n`,
    () => `GET ${'/a'.repeat(5000)} HTTP/1.1\r\n${host}\r\n\r\n`,
  ];
  return forms[index % forms.length]?.() ?? '';
}

test('survives 5,000 malformed requests without a stack trace, a changed prototype or a stutter (R3)', async () => {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let next = 0;
  const work = async () => {
    while (next < 5000) {
      const index = next++;
      const answer = await rawRequest(matinee.port, Buffer.from(`${malformed(index)}\r\n\r\n`, 'latin1'));
      expect({ index, body: answer.body }).toEqual({
        index,
        body: expect.not.stringMatching(/\bat \S+ \(|\.ts:|\.js:|node:|\/home|\/root|\/tmp/),
      });
      expect(answer.status).not.toBe(500);
    }
  };
  await Promise.all(Array.from({ length: 20 }, work));
  delay.disable();
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect((await matinee.get('/healthz')).status).toBe(200);
  expect(delay.percentile(99) / 1e6).toBeLessThan(200);
}, 120_000);
