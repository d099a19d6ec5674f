import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachAtOnce } from './each-at-once.ts';
import { everyPage, everyRoute } from './every-route.ts';
import { rawRequest } from './raw-request.ts';
import { sampleSessions } from './sample-sessions.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';

let matinee: TestMatinee;
let own: string;

beforeAll(async () => {
  matinee = await startTestMatinee({ sessions: sampleSessions() });
  own = `127.0.0.1:${matinee.port}`;
  // The file’s address is known from here on, so that only a guard can be why a reader gets nothing.
  await matinee.get('/api/recordings?from=2026-03-01&to=2026-03-31');
});
afterAll(() => matinee.stop());

const send = (method: string, target: string, headerLines: string[], body = '') =>
  rawRequest(
    matinee.port,
    `${[`${method} ${target} HTTP/1.1`, ...headerLines, 'connection: close', `content-length: ${body.length}`].join('\r\n')}\r\n\r\n${body}`,
  );

function foreignHosts(port: number): string[][] {
  const names = [
    'evil.example',
    'evil.example:PORT',
    'localhost',
    '127.0.0.1',
    '[::1]',
    'localhost:1',
    '127.0.0.1:80',
    '[::1]:1',
    'localhost.:PORT',
    'LOCALHOST:PORT',
    'localhost:PORT.',
    'localhost:PORT:PORT',
    '127.1:PORT',
    '127.0.0.2:PORT',
    '0.0.0.0:PORT',
    '0:PORT',
    '2130706433:PORT',
    '0x7f000001:PORT',
    '0177.0.0.1:PORT',
    '::1:PORT',
    '[::]:PORT',
    '[0:0:0:0:0:0:0:1]:PORT',
    '[::ffff:127.0.0.1]:PORT',
    '127.0.0.1.nip.example:PORT',
    'localhost.evil.example:PORT',
    'evil.example#localhost:PORT',
    'evil.example/localhost:PORT',
    'localhost:PORT@evil.example',
    'user@localhost:PORT',
    'localhost:PORT,evil.example',
    'localhost:PORT evil.example',
    'http://localhost:PORT',
    'localhost:0PORT',
    'localhost: PORT',
    'localhost:PORT/',
    'localhost:PORT?',
    'local%68ost:PORT',
    'l\u00f6calhost:PORT',
    '*',
    '',
    'null',
    'localhost:',
  ];
  const lines = names.map((name) => [`host: ${name.replaceAll('PORT', String(port))}`]);
  const ours = `host: 127.0.0.1:${port}`;
  return [
    ...lines,
    [],
    [ours, ours],
    [ours, 'host: evil.example'],
    ['host: evil.example', ours],
    [`x-forwarded-host: ${own}`],
  ];
}

test('refuses more than 40 spellings of a host that is not exactly its own, on every route (B1, V-14)', async () => {
  const variants = foreignHosts(matinee.port);
  expect(variants.length).toBeGreaterThanOrEqual(40);
  const before = matinee.simulator.log.length;
  for (const lines of variants) {
    const answer = await send('GET', '/api/status', lines);
    expect({ lines, status: answer.status }).toEqual({
      lines,
      status: expect.toSatisfy((s) => s === 421 || s === 400),
    });
  }
  for (const { method, path } of everyRoute) {
    const lines = ['host: evil.example', 'x-matinee: 1', 'content-type: application/json'];
    const answer = await send(method, path, lines);
    expect({ path, status: answer.status }).toEqual({ path, status: 421 });
    expect(answer.headers['set-cookie']).toBeUndefined();
  }
  expect(matinee.simulator.log.length).toBe(before);
});

test('refuses a target with a host of its own, whoever it names', async () => {
  for (const target of [
    'http://evil.example/api/status',
    `http://${own}/api/status`,
    '//evil.example/api/status',
  ]) {
    expect([421, 404]).toContain((await send('GET', target, [`host: ${own}`])).status);
  }
});

test('answers under each of its own names', async () => {
  for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
    expect((await send('GET', '/healthz', [`host: ${name}:${matinee.port}`])).status).toBe(200);
  }
});

const foreignPages: string[][] = [
  ['origin: https://evil.example'],
  ['origin: null'],
  ['origin: '],
  ['origin: http://localhost:1'],
  ['origin: https://127.0.0.1:PORT'],
  ['origin: http://127.0.0.1:PORT.evil.example'],
  ['sec-fetch-site: cross-site'],
  ['sec-fetch-site: same-site'],
  ['sec-fetch-site: none'],
  ['sec-fetch-site: anything'],
  ['sec-fetch-site: cross-site', 'sec-fetch-mode: navigate', 'sec-fetch-dest: document'],
  ['sec-fetch-site: cross-site', 'sec-fetch-mode: no-cors', 'sec-fetch-dest: image'],
  ['sec-fetch-site: same-site', 'sec-fetch-mode: no-cors', 'sec-fetch-dest: video'],
  ['sec-fetch-site: cross-site', 'sec-fetch-mode: websocket', 'upgrade: websocket'],
  ['sec-fetch-site: same-origin', 'origin: https://evil.example'],
];

test('lets no page of another origin read or change anything, and asks Zoom nothing for it (B2, V-15)', async () => {
  const before = matinee.simulator.log.length;
  await eachAtOnce(everyRoute, async ({ method, path }) => {
    for (const lines of foreignPages) {
      const sent = lines.map((line) => line.replace('PORT', String(matinee.port)));
      const changes = ['x-matinee: 1', 'content-type: application/json'];
      const head = [`host: ${own}`, ...changes, ...sent];
      const answer = await send(method, path, head, '{"trash":"recording_file"}');
      expect({ path, lines, status: answer.status }).toEqual({ path, lines, status: 403 });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    }
  });
  expect(matinee.simulator.log.length).toBe(before);
}, 300_000);

test('takes a change only with our header and as JSON (B2)', async () => {
  const before = matinee.simulator.log.length;
  const body = '{"trash":"recording_file"}';
  const host = `host: ${own}`;
  const type = 'content-type: application/json';
  const mine = 'x-matinee: 1';
  const cases: [string[], number][] = [
    [[host, type], 403],
    [[host, type, 'x-matinee: 0'], 403],
    [[host, type, 'origin: https://evil.example', mine], 403],
    [[host, mine], 415],
    [[host, mine, 'content-type: text/plain'], 415],
    [[host, mine, 'content-type: application/x-www-form-urlencoded'], 415],
    [[host, mine, 'content-type: multipart/form-data; boundary=x'], 415],
    [[host, mine, 'content-type: text/plain; a=application/json'], 415],
    [[host, mine, 'content-type: application/json; charset=utf-7'], 415],
    [[host, mine, type, 'content-encoding: gzip'], 415],
  ];
  for (const [lines, status] of cases) {
    expect({ lines, status: (await send('POST', '/api/refresh', lines, body)).status }).toEqual({
      lines,
      status,
    });
  }
  expect(matinee.simulator.log.length).toBe(before);
});

test('opens its pages, and nothing else, to a link from elsewhere', async () => {
  const link = [
    `host: ${own}`,
    'sec-fetch-site: cross-site',
    'sec-fetch-mode: navigate',
    'sec-fetch-dest: document',
  ];
  for (const path of everyPage) expect((await send('GET', path, link)).status, path).not.toBe(403);
  const frame = [...link.slice(0, 3), 'sec-fetch-dest: iframe'];
  for (const path of everyPage) expect((await send('GET', path, frame)).status, path).toBe(403);
});

test('lets a person open an address of the API by hand', async () => {
  const typed = [
    `host: ${own}`,
    'sec-fetch-site: none',
    'sec-fetch-mode: navigate',
    'sec-fetch-dest: document',
  ];
  expect((await send('GET', '/api/status', typed)).status).toBe(200);
});
