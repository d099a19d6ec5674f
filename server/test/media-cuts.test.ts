import { afterEach, expect, test } from 'vitest';
import { syntheticBytes } from '../src/simulator/synthetic-bytes.ts';
import { readAnswer } from './read-answer.ts';
import { type MediaWorld, type MediaWorldOptions, startMedia } from './start-media.ts';

const seed = 3;
const size = 1_000_000;
const whole = syntheticBytes(seed, size, 0, size);
const worlds: MediaWorld[] = [];

async function start(options: Partial<MediaWorldOptions> = {}): Promise<MediaWorld> {
  const world = await startMedia({ content: { kind: 'synthetic', seed, sizeBytes: size }, ...options });
  worlds.push(world);
  return world;
}

afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.stop()));
});

const read = ({ port }: MediaWorld, headers: Record<string, string> = {}) =>
  readAnswer({ port, path: '/', headers });

test('reads on at the next byte when the connection closes early, and the reader does not notice (M4, V-08)', async () => {
  const world = await start();
  world.simulator.faults.add('cdn', { kind: 'fin-at', byte: 400_000, framing: 'length' });
  const answer = await read(world);
  expect(answer).toMatchObject({ status: 200, isClean: true });
  expect(answer.body.equals(whole)).toBe(true);
  const asked = world.cdnRequests().map(({ range }) => range);
  expect(asked[0]).toBeNull();
  expect(asked).toHaveLength(3);
  expect(world.cdnRequests()[1]?.headers['if-range']).toMatch(/^"/);
});

test('reads on where a body without any length stops short of the listed size (V-09)', async () => {
  const world = await start();
  world.simulator.faults.add('cdn', { kind: 'fin-at', byte: 400_000, framing: 'close' }, { times: 1 });
  const answer = await read(world);
  expect(answer.isClean).toBe(true);
  expect(answer.body.equals(whole)).toBe(true);
});

test.each([
  ['length', '1.1'],
  ['chunked', '1.1'],
  ['close', '1.1'],
  ['close', '1.0'],
] as const)(
  'cuts the reader when a %s-framed body always stops short (HTTP/%s)',
  async (framing, version) => {
    const world = await start();
    world.simulator.faults.add('cdn', { kind: 'fin-at', byte: 1000, framing });
    const answer = await readAnswer({ port: world.port, path: '/', version });
    expect(answer.isClean).toBe(false);
    expect(answer.body.length).toBeLessThanOrEqual(4000);
    expect(world.cdnRequests()).toHaveLength(4);
  },
);

test('takes a whole body of another size than listed for whole, once Zoom’s side says that nothing follows', async () => {
  const world = await start({ file: { sizeBytes: 2 * size } });
  world.simulator.faults.add('cdn', { kind: 'no-length', framing: 'chunked' });
  const answer = await read(world);
  expect(answer.isClean).toBe(true);
  expect(answer.body.equals(whole)).toBe(true);
});

test('never joins two versions of a file', async () => {
  const world = await start();
  world.simulator.faults.add('cdn', { kind: 'etag-changing' });
  world.simulator.faults.add('cdn', { kind: 'fin-at', byte: 300_000 }, { times: 1 });
  expect(await read(world)).toMatchObject({ isClean: false });
});

test('skips what it has already given when a continuation brings the whole file', async () => {
  const world = await start();
  world.simulator.faults.add('cdn', { kind: 'reset-at', byte: 300_000 }, { times: 1 });
  world.simulator.faults.add('cdn', { kind: 'range-ignored' });
  const answer = await read(world, { range: 'bytes=1-' });
  expect(answer).toMatchObject({ status: 200, isClean: true });
  expect(answer.body.equals(whole)).toBe(true);
});

test('continues a part to its own last byte and not beyond', async () => {
  const world = await start();
  world.simulator.faults.add('cdn', { kind: 'reset-at', byte: 5000 }, { times: 1 });
  const answer = await read(world, { range: 'bytes=1000-20999' });
  expect(answer).toMatchObject({ status: 206, isClean: true });
  expect(answer.body.equals(whole.subarray(1000, 21_000))).toBe(true);
});

test('never ends short and clean, in 300 readings that break anywhere (M4)', async () => {
  const world = await start();
  const { faults } = world.simulator;
  let next = 1;
  const somewhere = () => {
    next = (next * 48_271) % 2_147_483_647;
    return next % 60_000;
  };
  for (const framing of ['length', 'chunked', 'close'] as const) {
    faults.add('cdn', { kind: 'fin-at', byte: somewhere(), framing }, { every: 3 });
    faults.add('cdn', { kind: 'reset-at', byte: somewhere() }, { every: 4 });
    faults.add('cdn', { kind: 'fin-at', byte: 0, framing }, { every: 17 });
  }
  const ranges = Array.from({ length: 300 }, () => somewhere() * 15);
  const outcomes = { whole: 0, cut: 0 };
  const work = async () => {
    for (let first = ranges.pop(); first !== undefined; first = ranges.pop()) {
      const answer = await read(world, { range: `bytes=${first}-` });
      const expected = answer.status === 200 ? whole : whole.subarray(first);
      if (answer.status !== 599 && answer.isClean) {
        outcomes.whole += 1;
        expect(answer.body.equals(expected)).toBe(true);
      } else outcomes.cut += 1;
    }
  };
  await Promise.all(Array.from({ length: 60 }, work));
  expect(outcomes.whole).toBeGreaterThan(0);
  expect(outcomes.cut).toBeGreaterThan(0);
}, 60_000);
