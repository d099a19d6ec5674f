import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachAtOnce } from './each-at-once.ts';
import { everyMethod, everyRoute } from './every-route.ts';
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

/** A route was reached unless there is nothing at the address, or a page of the client, which holds no data. */
function isReached({ status, headers }: { status: number; headers: Record<string, string> }): boolean {
  if ([400, 404, 405].includes(status)) return false;
  return !(status === 200 && headers['content-type']?.startsWith('text/html'));
}

/** Ways to write a path that some reader might take for the same one. */
function spellingsOf(route: string): string[] {
  const [path = '', query] = route.split('?');
  const spellings = spellingsOfPath(path);
  return query === undefined ? spellings : spellings.map((spelling) => `${spelling}?${query}`);
}

function spellingsOfPath(path: string): string[] {
  const [, first = '', ...rest] = path.split('/');
  const tail = rest.length > 0 ? `/${rest.join('/')}` : '';
  const hex = (text: string) => [...text].map((char) => `%${char.charCodeAt(0).toString(16)}`).join('');
  return [
    `/${first.toUpperCase()}${tail}`,
    `/${first}${tail.toUpperCase()}X`,
    `${path}/`,
    `/${path}`,
    `//${first}${tail}`,
    `/.${path}`,
    `/x/..${path}`,
    `/x/%2e%2e${path}`,
    `/%2e${path}`,
    `/${first}/.${tail}`,
    `/${first}/%2E${tail}`,
    `/${hex(first)}${tail}`,
    `/${first}%2f${rest.join('%2f')}`,
    `/${first}%5c${rest.join('%5c')}`,
    `/${first}\\${rest.join('\\')}`,
    `${path};a=b`,
    `/${first};x${tail}`,
    `${path}%00`,
    `${path}%20`,
    `${path}%09`,
    `${path}%0d%0a`,
    `${path}%3b`,
    `${path}%`,
    `${path}%zz`,
    `${path}%ff`,
    `${path}#x`,
    `/${first}//${rest.join('//')}`,
    `${path}.json`,
    `${path}..`,
    `/${hex(hex(first))}${tail}`,
  ];
}

test('reaches no route by another spelling or method, whoever asks (B3)', async () => {
  const before = matinee.simulator.log.length;
  const lines = [`host: ${own}`, 'x-matinee: 1', 'content-type: application/json'];
  await eachAtOnce(everyRoute, async ({ method: right, path }) => {
    for (const spelling of spellingsOf(path)) {
      const answer = await send(right, spelling, lines, '{}');
      expect({ spelling, reached: isReached(answer) }).toEqual({ spelling, reached: false });
    }
    const rights: string[] = everyRoute.filter((route) => route.path === path).map(({ method }) => method);
    for (const method of everyMethod) {
      if (rights.includes(method === 'HEAD' ? 'GET' : method)) continue;
      const answer = await send(method, path, lines, '{}');
      expect({ method, path, status: answer.status }).toEqual({ method, path, status: 405 });
      expect(answer.headers.allow).toContain(method === 'CONNECT' ? 'GET' : right);
    }
  });
  expect(matinee.simulator.log.length).toBe(before);
}, 300_000);

test('keeps the guards on whatever the spelling and the method (B3)', async () => {
  const targets = everyRoute.flatMap(({ path }) => [path, ...spellingsOf(path)]);
  expect(spellingsOf('/api/x').length).toBeGreaterThanOrEqual(20);
  const asked = targets.flatMap((spelling) => everyMethod.map((method) => ({ spelling, method })));
  const lines = ['host: evil.example', 'x-matinee: 1', 'content-type: application/json'];
  await eachAtOnce(asked, async ({ spelling, method }) => {
    const { status, headers } = await send(method, spelling, lines, '{}');
    // CONNECT never becomes a request: Node hands its socket over, and it is answered before any route is known.
    const isRefused = [400, 421].includes(status) || (method === 'CONNECT' && status === 405);
    expect({ method, spelling, isRefused, cookie: headers['set-cookie'] }).toEqual({
      method,
      spelling,
      isRefused: true,
      cookie: undefined,
    });
  });
}, 300_000);
