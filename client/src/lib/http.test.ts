import { expect, test } from 'vitest';
import { installTestServer } from '../testing/test-server.ts';
import { getJson, postJson } from './http.ts';
import { toProblem } from './problem-error.ts';

const server = installTestServer();

async function problemOf(request: Promise<unknown>) {
  return toProblem(
    await request.then(
      () => undefined,
      (error: unknown) => error,
    ),
  );
}

test('an answer is handed on as it is', async () => {
  server.answer = () => ({ body: { ok: true } });
  expect(await getJson('/api/thing')).toEqual({ ok: true });
});

test('a problem of the server is thrown with all it says', async () => {
  const problem = {
    type: '/problems/zoom-rate-limited',
    title: 'Slow down',
    status: 503,
    retryAfterSeconds: 42,
  };
  server.answer = () => ({ status: 503, body: problem });
  expect(await problemOf(getJson('/api/thing'))).toEqual(problem);
});

test('a page of HTML in place of an answer is a problem of its own, with status 200 too', async () => {
  server.answer = () => ({ body: '<!doctype html><p>Sign in to the hotel network' });
  expect(await problemOf(getJson('/api/thing'))).toMatchObject({
    type: 'local:unexpected-answer',
    status: 200,
  });
});

test('a server that does not answer is told apart from one that refuses', async () => {
  server.answer = (_url, request) => {
    request.socket.destroy();
    return undefined;
  };
  expect(await problemOf(getJson('/api/thing'))).toMatchObject({ type: 'local:server-unreachable' });
});

test('a request that was given up is no problem', async () => {
  const gone = AbortSignal.abort();
  await expect(getJson('/api/thing', gone)).rejects.toMatchObject({ name: 'AbortError' });
});

test('every change carries the header that other sites cannot send', async () => {
  server.answer = (_url, request) => ({
    body: { header: request.headers['x-matinee'], method: request.method },
  });
  expect(await postJson('/api/refresh', {})).toEqual({ header: '1', method: 'POST' });
});
