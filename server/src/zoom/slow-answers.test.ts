import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { createTestClient, startFaultServer, startRawServer } from '../../test/zoom-fault-server.ts';
import { ZoomTimeoutError } from './errors.ts';

const person = { urgency: 'person' } as const;
const JSON_HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

function drip(socket: Socket, { text, everyMs }: { text: string; everyMs: number }): void {
  const timer = setInterval(() => socket.write(text), everyMs);
  socket.on('close', () => clearInterval(timer));
}

interface Outcome {
  error: unknown;
  tookMs: number;
}

async function outcomeOf(promise: Promise<unknown>): Promise<Outcome> {
  const startedMs = performance.now();
  const error = await promise.catch((reason: unknown) => reason);
  return { error, tookMs: performance.now() - startedMs };
}

// One test for all, so that the seconds each takes are the same seconds.
test('whoever sends too slowly is given up within 15 s, while other requests are answered as always (V-05)', async () => {
  const slowHeaders = await startRawServer((socket, head) => {
    if (!head.includes('/sessions/')) return drip(socket, { text: 'H', everyMs: 5_000 });
    const json = JSON.stringify({ session_id: 'x' });
    return void socket.write(`${JSON_HEAD}content-length: ${json.length}\r\n\r\n${json}`);
  });
  const slowBody = await startRawServer((socket) => {
    socket.write(`${JSON_HEAD}content-length: 999\r\n\r\n{`);
    drip(socket, { text: ' ', everyMs: 300 });
  });
  const silent = await startFaultServer(() => {});
  const zoom = createTestClient(slowHeaders);
  const slow = [
    outcomeOf(zoom.listRecordings({}, person)),
    outcomeOf(createTestClient(slowBody).listRecordings({}, person)),
    outcomeOf(
      createTestClient(silent).openFile({
        address: `${silent.origin}/x`,
        signal: new AbortController().signal,
      }),
    ),
  ];
  const other = await outcomeOf(zoom.getSession('x', person));
  expect(other.error).toMatchObject({ session_id: 'x' });
  expect(other.tookMs).toBeLessThan(5_000);
  for (const { error, tookMs } of await Promise.all(slow)) {
    expect(error).toBeInstanceOf(ZoomTimeoutError);
    expect(tookMs).toBeLessThan(15_000);
  }
  expect(zoom.health()).toMatchObject({ state: 'unreachable', detail: 'Zoom does not answer in time.' });
  await expect.poll(() => slowBody.openSockets() + silent.openSockets()).toBe(0);
  await zoom.close();
  await expect.poll(() => slowHeaders.openSockets()).toBe(0);
});
