import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';
import { until } from './until.ts';

let matinee: TestMatinee;

beforeAll(async () => {
  matinee = await startTestMatinee();
});
afterAll(() => matinee.stop());

test('serves people while 500 half-open clients hold their lines, and reaps them within 30 seconds (R4)', async () => {
  const opened = Date.now();
  const sockets = await Promise.all(Array.from({ length: 500 }, (_, index) => openHalf(index)));
  const times: number[] = [];
  for (let count = 0; count < 200; count += 1) {
    const begun = performance.now();
    expect((await matinee.get('/healthz')).status).toBe(200);
    times.push(performance.now() - begun);
  }
  times.sort((one, other) => one - other);
  expect(times[197]).toBeLessThan(500);
  await until(() => sockets.every((socket) => socket.closed), 30_000);
  expect(Date.now() - opened).toBeLessThan(30_000);
}, 60_000);

/** Silent, half a line, half a head, a header now and then, or a body that never comes. */
async function openHalf(index: number): Promise<Socket> {
  const socket = connect(matinee.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.resume();
  const head = `POST /api/refresh HTTP/1.1\r\nhost: 127.0.0.1:${matinee.port}\r\n`;
  const body = 'x-matinee: 1\r\ncontent-type: application/json\r\ncontent-length: 30\r\n\r\n{';
  const texts = ['', 'GE', head, `${head}${body}`];
  socket.write(texts[index % texts.length] ?? '');
  if (index % 5 === 0) {
    const drip = setInterval(() => socket.write('x'), 2000);
    socket.once('close', () => clearInterval(drip));
  }
  return socket;
}
