import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccount, simulatedFile, simulatedSession } from './account.ts';
import type { Fault } from './fault.ts';
import { askRaw, openRaw, splitAnswer } from './raw-answer.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { syntheticBytes } from './synthetic-bytes.ts';
import { list, resolve, signToken } from './test-caller.ts';

const sizeBytes = 1_000_000;
const whole = syntheticBytes(4, sizeBytes, 0, sizeBytes);
let simulator: Simulator;
let address: string;

beforeEach(async () => {
  const content = { kind: 'synthetic', seed: 4, sizeBytes } as const;
  const video = simulatedFile({ id: 'video', recording_type: 'gallery_view', content });
  const session = simulatedSession({
    session_id: 'one',
    start_time: '2026-03-15T11:00:00Z',
    recording_files: [video],
  });
  const now = () => Date.parse('2026-03-15T12:00:00Z');
  simulator = await startSimulator({ data: createAccount([session]), now, rates: 'unlimited' });
  const { body } = await list(simulator);
  address = await resolve(simulator, body.sessions?.[0]?.recording_files?.[0]?.download_url);
});
afterEach(() => simulator.stop());

function onCdn(fault: Fault) {
  return simulator.faults.add('cdn', fault, { times: 1 });
}

test('an early end under a Content-Length is one: fewer bytes than were promised', async () => {
  onCdn({ kind: 'fin-at', byte: 400_000 });
  const { head, body, ending } = await askRaw(address);
  expect(head).toContain(`content-length: ${sizeBytes}`);
  expect(body.equals(whole.subarray(0, 400_000))).toBe(true);
  expect(ending).toBe('end');
  expect(simulator.log.at(-1)).toMatchObject({ status: 200, bytesSent: 400_000 });
});

test('an early end of a chunked body lacks the last chunk', async () => {
  onCdn({ kind: 'fin-at', byte: 5000, framing: 'chunked' });
  const { head, body } = await askRaw(address);
  expect(head).toContain('transfer-encoding: chunked');
  expect(head).not.toContain('content-length');
  expect(body.toString('latin1', 0, 4)).toBe('30\r\n');
  expect(body.length).toBeGreaterThan(5000);
  expect(body.includes('\r\n0\r\n\r\n')).toBe(false);
  await expect(fetch(address).then((answer) => answer.arrayBuffer())).resolves.toHaveProperty(
    'byteLength',
    sizeBytes,
  );
});

test('an early end without any length cannot be told from a whole body', async () => {
  onCdn({ kind: 'fin-at', byte: 5000, framing: 'close' });
  const answer = await fetch(address);
  expect(answer.headers.has('content-length')).toBe(false);
  expect((await answer.arrayBuffer()).byteLength).toBe(5000);
});

test('a body without length is whole in both framings', async () => {
  for (const framing of ['chunked', 'close'] as const) {
    onCdn({ kind: 'no-length', framing });
    const answer = await fetch(address);
    expect(answer.headers.has('content-length')).toBe(false);
    expect(Buffer.from(await answer.arrayBuffer()).equals(whole)).toBe(true);
  }
});

test('a reset comes as an error, after the bytes before it', async () => {
  onCdn({ kind: 'reset-at', byte: 3000 });
  const { body, ending } = await askRaw(address);
  expect(ending).toBe('reset');
  expect(body.equals(whole.subarray(0, 3000))).toBe(true);
});

test('a refused connection is reset before any byte', async () => {
  onCdn({ kind: 'refuse' });
  expect(await askRaw(address)).toMatchObject({ head: '', ending: 'reset' });
  expect(simulator.log.at(-1)?.status).toBe(0);
});

test('a stalled body stays open and sends no more', async () => {
  onCdn({ kind: 'stall-at', byte: 1000 });
  const { socket, received } = openRaw(address);
  while (splitAnswer(Buffer.concat(received)).body.length < 1000) await once(socket, 'data');
  expect(simulator.openSockets().cdn).toBeGreaterThan(0);
  expect(simulator.log.at(-1)).toMatchObject({ bytesSent: 1000, isClosed: false });
  socket.destroy();
});

test('a connection can stay open after a whole body', async () => {
  onCdn({ kind: 'slow-close', ms: 60_000 });
  const { socket, received } = openRaw(address);
  while (splitAnswer(Buffer.concat(received)).body.length < sizeBytes) await once(socket, 'data');
  expect(simulator.log.at(-1)?.isClosed).toBe(false);
  socket.destroy();
});

test('a wrong Content-Length says what it was told to', async () => {
  onCdn({ kind: 'wrong-length', by: 17 });
  const { head, body } = await askRaw(address);
  expect(head).toContain(`content-length: ${sizeBytes + 17}`);
  expect(body).toHaveLength(sizeBytes);
});

test('slow headers come one byte at a time', async () => {
  onCdn({ kind: 'slow-headers', everyMs: 1 });
  const { socket, received } = openRaw(address);
  while (Buffer.concat(received).length < 20) await once(socket, 'data');
  expect(received[0]?.toString('latin1')).toBe('H');
  expect(Buffer.concat(received).toString('latin1')).toMatch(/^HTTP\/1\.1 200 OK/);
  socket.destroy();
});

test('dripping, limited and late bodies are right in the end', async () => {
  const faults: Fault[] = [
    { kind: 'drip', bytes: 250_000, everyMs: 1 },
    { kind: 'bandwidth', bytesPerSecond: 50_000_000 },
    { kind: 'latency', ms: 5 },
  ];
  for (const fault of faults) {
    const laid = onCdn(fault);
    const answer = await fetch(address);
    expect(Buffer.from(await answer.arrayBuffer()).equals(whole)).toBe(true);
    expect(laid.hits()).toBe(1);
  }
});

test('the CDN can ignore ranges, change its tag, send other bytes and odd headers', async () => {
  onCdn({ kind: 'range-ignored' });
  expect((await fetch(address, { headers: { range: 'bytes=5-9' } })).status).toBe(200);
  const honest = (await fetch(address)).headers.get('etag');
  onCdn({ kind: 'etag-changing' });
  expect((await fetch(address)).headers.get('etag')).not.toBe(honest);
  onCdn({ kind: 'corrupt' });
  const corrupt = Buffer.from(await (await fetch(address)).arrayBuffer());
  expect(corrupt).toHaveLength(sizeBytes);
  expect(corrupt.equals(whole)).toBe(false);
  simulator.faults.switches.cdnHeaders = { 'set-cookie': ['a=1', 'b=2'] };
  expect((await fetch(address)).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
});

test('a redirect can lead anywhere, and first around in this house', async () => {
  onCdn({ kind: 'redirect', location: 'http://169.254.169.254/latest/', hops: 2 });
  const places: string[] = [];
  for (let next = address; next.startsWith(`http://${simulator.cdnHost}`); ) {
    next = (await fetch(next, { redirect: 'manual' })).headers.get('location') ?? '';
    places.push(next);
  }
  expect(places).toHaveLength(3);
  expect(places.at(-1)).toBe('http://169.254.169.254/latest/');
});

test('when the reader leaves, the socket goes too', async () => {
  const { socket } = openRaw(address, { authorization: `Bearer ${signToken(simulator)}` });
  await once(socket, 'data');
  const before = simulator.openSockets().cdn;
  socket.destroy();
  await expect.poll(() => simulator.openSockets().cdn).toBeLessThan(before);
});
