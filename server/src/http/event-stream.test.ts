import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ServerEvent } from '../contract/index.ts';
import { createEventStream } from './event-stream.ts';

const event: ServerEvent = {
  name: 'window',
  data: {
    from: '2026-03-01',
    to: '2026-03-31',
    trash: null,
    state: 'complete',
    syncedAt: null,
    records: 1,
    reportedTotal: 1,
    pages: 1,
    unreadable: 0,
  },
};

/** A server that hands its first answer to the test, and a reader of it on a bare socket. */
async function open() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const reader = connect(port, '127.0.0.1');
  reader.on('error', () => {});
  reader.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  const [, response]: [unknown, ServerResponse] = (await once(server, 'request')) as [
    unknown,
    ServerResponse,
  ];
  return { response, reader, stop: () => server.close().closeAllConnections() };
}

test('writes an event as its name and one line of JSON', async () => {
  const { response, reader, stop } = await open();
  const stream = createEventStream({ response });
  stream.send(event);
  stream.end();
  let text = '';
  reader.on('data', (chunk) => {
    text += chunk;
  });
  await once(response, 'close');
  while (!text.includes('0\r\n\r\n')) await once(reader, 'data');
  expect(text).toContain('retry: 3000\n\n');
  expect(text).toContain(`event: window\ndata: ${JSON.stringify(event.data)}\n\n`);
  stop();
});

test('drops a reader that does not keep up, instead of keeping everything for it', async () => {
  const { response, reader, stop } = await open();
  reader.pause();
  const stream = createEventStream({ response });
  let sent = 0;
  while (!response.destroyed && sent < 500_000) {
    stream.send(event);
    sent += 1;
    if (sent % 1000 === 0) await nextTurn();
  }
  expect(response.destroyed).toBe(true);
  expect(response.writableLength).toBeLessThan(1024 ** 2);
  expect(() => stream.send(event)).not.toThrow();
  stop();
});
