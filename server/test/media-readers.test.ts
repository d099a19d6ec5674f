import { request } from 'undici';
import { afterEach, expect, test } from 'vitest';
import { syntheticBytes } from '../src/simulator/synthetic-bytes.ts';
import { readAnswer } from './read-answer.ts';
import { type MediaWorld, type MediaWorldOptions, startMedia } from './start-media.ts';
import { until } from './until.ts';

const seed = 5;
const size = 20_000_000;
const worlds: MediaWorld[] = [];

async function start(options: Partial<MediaWorldOptions> = {}): Promise<MediaWorld> {
  const world = await startMedia({ content: { kind: 'synthetic', seed, sizeBytes: size }, ...options });
  worlds.push(world);
  return world;
}

afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.stop()));
});

async function part({ url }: MediaWorld, first: number) {
  const answer = await request(url, { headers: { range: `bytes=${first}-${first + 99}` } });
  const bytes = Buffer.from(await answer.body.arrayBuffer());
  return { status: answer.statusCode, isRight: bytes.equals(syntheticBytes(seed, size, first, first + 100)) };
}

const right = { status: 206, isRight: true };

test('finds a new CDN address for itself when the old one has expired, without a question to Zoom', async () => {
  const world = await start();
  expect(await part(world, 0)).toEqual(right);
  world.simulator.faults.expireSignedAddresses();
  expect(await part(world, 5000)).toEqual(right);
  expect(world.asked).toHaveLength(1);
});

test('asks Zoom once when every address has expired, and the reader sees no error (M6)', async () => {
  const world = await start();
  expect(await part(world, 0)).toEqual(right);
  world.simulator.faults.expireSignedAddresses();
  world.simulator.faults.expireDownloadAddresses();
  expect(await part(world, 5000)).toEqual(right);
  expect(await part(world, 9000)).toEqual(right);
  expect(world.asked).toHaveLength(2);
});

test('resolves anew when the CDN answers 401 to the next range of a running playback (M6, V-33)', async () => {
  const world = await start();
  expect(await part(world, 0)).toEqual(right);
  const before = world.simulator.log.length;
  world.simulator.faults.add('cdn', { kind: 'status', status: 401 }, { times: 1 });
  expect(await part(world, 5000)).toEqual(right);
  expect(world.asked).toHaveLength(1);
  expect(world.simulator.log.length - before).toBe(3);
});

test('reads on through an expiry in the middle of a body (M6)', async () => {
  const world = await start();
  world.simulator.faults.add('cdn', { kind: 'reset-at', byte: 3_000_000 }, { times: 1 });
  world.simulator.faults.add('cdn', { kind: 'bandwidth', bytesPerSecond: 20_000_000 }, { times: 1 });
  const reading = readAnswer({ port: world.port, path: '/' });
  await until(() => (world.cdnRequests()[0]?.bytesSent ?? 0) > 0);
  world.simulator.faults.expireSignedAddresses();
  world.simulator.faults.expireDownloadAddresses();
  const answer = await reading;
  expect(answer.isClean).toBe(true);
  expect(answer.body.equals(syntheticBytes(seed, size, 0, size))).toBe(true);
  expect(world.asked).toHaveLength(2);
});

test('forgets a told address after minutes', async () => {
  const clock = { ms: 1_000_000 };
  const world = await start({ now: () => clock.ms });
  expect(await part(world, 0)).toEqual(right);
  clock.ms += 9 * 60_000;
  expect(await part(world, 100)).toEqual(right);
  expect(world.asked).toHaveLength(1);
  clock.ms += 20 * 60_000;
  expect(await part(world, 200)).toEqual(right);
  expect(world.asked).toHaveLength(2);
});

test('lets go of a silent upstream at once when its reader leaves', async () => {
  const world = await start();
  world.simulator.faults.add('cdn', { kind: 'stall-at', byte: 100_000 });
  const left = new AbortController();
  const answer = await request(world.url, { signal: left.signal });
  answer.body.on('error', () => {});
  await until(() => (world.cdnRequests()[0]?.bytesSent ?? 0) >= 100_000);
  left.abort();
  await until(() => world.cdnRequests().every((record) => record.isClosed), 3000);
});

test('leaves also an upstream that has not answered yet', async () => {
  const world = await start();
  world.simulator.faults.add('cdn', { kind: 'latency', ms: 60_000 });
  const left = new AbortController();
  const asking = request(world.url, { signal: left.signal }).catch(() => 'left');
  await until(() => world.cdnRequests().length === 1);
  left.abort();
  expect(await asking).toBe('left');
  await until(() => world.cdnRequests().every((record) => record.isClosed), 3000);
});

test('takes from Zoom’s side only as fast as the reader takes from us', async () => {
  const world = await start({ content: { kind: 'synthetic', seed, sizeBytes: 1024 ** 3 } });
  const answer = await request(world.url);
  await until(() => (world.cdnRequests()[0]?.bytesSent ?? 0) > 0);
  let sent = -1;
  // The kernel's buffers fill, and then nothing moves although nobody has asked anybody to stop.
  await until(() => {
    const before = sent;
    sent = world.cdnRequests()[0]?.bytesSent ?? 0;
    return sent === before;
  });
  expect(sent).toBeLessThan(64 * 1024 ** 2);
  answer.body.on('error', () => {});
  answer.body.destroy();
  await until(() => world.cdnRequests().every((record) => record.isClosed), 3000);
});

test('lets a fast reader have the whole file beside others who have stopped reading (M2)', async () => {
  const world = await start();
  const stopped = 30;
  const slow = await Promise.all(Array.from({ length: stopped }, () => request(world.url)));
  const answer = await request(world.url);
  const bytes = Buffer.from(await answer.body.arrayBuffer());
  expect(bytes.equals(syntheticBytes(seed, size, 0, size))).toBe(true);
  // They still stand where they stood: nobody was dropped so that another could be fast.
  expect(slow.filter(({ body }) => body.destroyed || body.readableEnded)).toEqual([]);
  expect(world.cdnRequests().filter(({ isClosed }) => !isClosed)).toHaveLength(stopped);
  for (const { body } of slow) body.on('error', () => {}).destroy();
  await until(() => world.cdnRequests().every(({ isClosed }) => isClosed), 3000);
});

test('sends 256 files at once, refuses the next, and has room again when one reader leaves', async () => {
  const world = await start();
  world.simulator.faults.add('cdn', { kind: 'stall-at', byte: 1000 });
  const readers = Array.from({ length: 256 }, () => new AbortController());
  const open = readers.map(({ signal }) =>
    request(world.url, { signal }).then(({ body }) => body.on('error', () => {})),
  );
  await Promise.all(open);
  expect(await (await request(world.url)).body.text()).toBe('TooManyStreams');
  readers[0]?.abort();
  world.simulator.faults.clear();
  await until(async () => (await part(world, 0)).status === 206);
  for (const reader of readers) reader.abort();
});
