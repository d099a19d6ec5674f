import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { request } from 'undici';
import { expect, test } from 'vitest';
import { ProblemType } from '../contract/index.ts';
import { PaginationLoop } from '../library/errors.ts';
import { ZoomHttpError, ZoomPausedError, ZoomShapeError } from '../zoom/errors.ts';
import { createErrorHandler } from './error-handler.ts';
import { problemKinds } from './problem-kinds.ts';
import { toProblem, toTrouble } from './problems.ts';
import { createRequestLog } from './request-log.ts';

const refusal = { code: null, zoomMessage: '<b>no</b>', retryAfterSeconds: null, trackingId: null };

test('has a status and a title for every type of the contract', () => {
  expect(Object.keys(problemKinds).sort()).toEqual([...ProblemType.options].sort());
});

test.each([
  [new PaginationLoop(), '/problems/pagination-loop'],
  [new ZoomHttpError('listRecordings', { ...refusal, status: 401 }), '/problems/zoom-credentials-refused'],
  [new ZoomHttpError('getSession', { ...refusal, status: 404 }), '/problems/not-found'],
  [new ZoomHttpError('listRecordings', { ...refusal, status: 404 }), '/problems/zoom-unexpected-answer'],
  [new ZoomHttpError('listRecordings', { ...refusal, status: 418 }), '/problems/zoom-unexpected-answer'],
  [new ZoomShapeError('listRecordings', 'sessions', 'not a list'), '/problems/zoom-unexpected-answer'],
  ['a thrown string', '/problems/internal'],
  [undefined, '/problems/internal'],
])('%s is a %s', (error, type) => {
  const trouble = toTrouble(error, 0);
  expect(trouble.type).toBe(type);
  expect(trouble.detail).not.toContain('<');
});

test('a missing right has a title of its own, and does not blame the key', () => {
  const refused = (status: number) => toTrouble(new ZoomHttpError('getSession', { ...refusal, status }), 0);
  expect(toProblem(refused(403), 'r').title).toBe('This Zoom account may not list cloud recordings');
  expect(refused(403).detail).not.toContain('KEY');
  expect(toProblem(refused(401), 'r').title).toBe('Zoom did not accept our key');
  expect(refused(401).detail).not.toContain('plan');
});

test('counts the seconds of a pause from now, and of an answer that names none at least one', () => {
  expect(toTrouble(new ZoomPausedError('listRecordings', 61_000), 1500).retryAfterSeconds).toBe(60);
  const limited = new ZoomHttpError('listRecordings', { ...refusal, status: 429 });
  expect(toTrouble(limited, 0).retryAfterSeconds).toBe(1);
});

async function serve(route: express.RequestHandler) {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const app = express();
  app.use(createRequestLog({ log }));
  app.get('/', route);
  app.use(createErrorHandler({ log }));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, lines, stop: () => server.close() };
}

test('tells a bug to the log under the id it tells the reader, and nothing else to the reader', async () => {
  const world = await serve(() => {
    throw new TypeError('canary of a bug');
  });
  const answer = await request(world.url);
  const problem = await answer.body.json();
  expect(problem).toMatchObject({ type: '/problems/internal', status: 500, detail: '' });
  expect(JSON.stringify(problem)).not.toMatch(/canary|\.ts/);
  const line = world.lines.map((text) => JSON.parse(text)).find(({ level }) => level === 50);
  expect(line.err.stack).toContain('canary of a bug');
  // The body has passed `toMatchObject`.
  expect(line.requestId).toBe((problem as { instance: string }).instance);
  world.stop();
});

test('cuts an answer that has begun, instead of ending it as if it were whole', async () => {
  const world = await serve((_request, response) => {
    response.set('content-length', '100').write('ten bytes.');
    throw new Error('broken off');
  });
  const answer = await request(world.url);
  await expect(answer.body.text()).rejects.toThrow();
  world.stop();
});
