import { createServer, type RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { readFileStart } from './file-start.ts';
import { ProblemError } from './problem-error.ts';

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  running.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = await new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(server.address())),
  );
  if (typeof address !== 'object' || address === null || !('port' in address)) throw new Error('no port');
  return `http://127.0.0.1:${address.port}/file`;
}

const signal = new AbortController().signal;

test('a server that knows ranges is asked for no more than is wanted', async () => {
  const asked: (string | undefined)[] = [];
  const path = await serve((request, response) => {
    asked.push(request.headers.range);
    response.writeHead(206, { 'content-range': 'bytes 0-3/90' }).end('abcd');
  });
  const { bytes, totalBytes } = await readFileStart(path, { maxBytes: 4, signal });
  expect([asked, new TextDecoder().decode(bytes), totalBytes]).toEqual([['bytes=0-3'], 'abcd', 90]);
});

test('a server that sends everything is heard no further than wanted', async () => {
  const path = await serve((_, response) =>
    response.writeHead(200, { 'content-length': 1e9 }).write('x'.repeat(500)),
  );
  const { bytes, totalBytes } = await readFileStart(path, { maxBytes: 10, signal });
  expect([bytes.length, totalBytes]).toEqual([10, 1e9]);
});

test('a file of nothing is empty and no failure, although no range of it can be given', async () => {
  const path = await serve((_, response) => response.writeHead(416, { 'content-range': 'bytes */0' }).end());
  expect(await readFileStart(path, { maxBytes: 10, signal })).toEqual({
    bytes: new Uint8Array(),
    totalBytes: 0,
  });
});

test('a refusal says our server’s reason, a silence that nobody answered', async () => {
  const problem = { type: '/problems/recording-in-trash', title: 'In the trash', status: 409 };
  const path = await serve((_, response) => response.writeHead(409).end(JSON.stringify(problem)));
  const refused = await readFileStart(path, { maxBytes: 1, signal }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ProblemError);
  expect(refused).toMatchObject({ problem });
  const silent = await serve((request) => request.socket.destroy());
  await expect(readFileStart(silent, { maxBytes: 1, signal })).rejects.toMatchObject({
    problem: { type: 'local:server-unreachable' },
  });
});
