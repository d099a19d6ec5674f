import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticBytes } from '../src/simulator/synthetic-bytes.ts';
import { expectedPart } from './range-oracle.ts';
import { seeded } from './seeded.ts';
import { type MediaWorld, startMedia } from './start-media.ts';

const seed = 7;
const size = 1024 ** 3;
let world: MediaWorld;

beforeAll(async () => {
  world = await startMedia({ content: { kind: 'synthetic', seed, sizeBytes: size } });
});
afterAll(() => world.stop());

/** One request, read as far as 4 MiB and then left. */
async function ask(range: string, headers: Record<string, string> = {}) {
  const answer = await request(world.url, { headers: { range, ...headers } });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer.body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > 4 * 1024 ** 2) break;
  }
  return { status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(chunks) };
}

function randomRange(random: () => number): string {
  const at = () => Math.floor(random() * size);
  const few = () => Math.floor(random() * 20_000);
  const kind = Math.floor(random() * 6);
  if (kind === 0) return `bytes=-${few()}`;
  if (kind === 1) return `bytes=${size - 1 - few()}-`;
  if (kind === 2) return `bytes=${size + few()}-${random() < 0.5 ? size + 20_000 : ''}`;
  if (kind === 3) return `bytes=${size - 1 - few()}-${size + few()}`;
  const first = kind === 4 ? few() : at();
  return `bytes=${first}-${first + few()}`;
}

async function check(range: string): Promise<void> {
  const expected = expectedPart(range, size);
  const answer = await ask(range);
  if (expected === 'unsatisfiable') {
    expect({ range, status: answer.status, body: answer.bytes.toString() }).toEqual({
      range,
      status: 599,
      body: 'RangeNotSatisfiable',
    });
    return;
  }
  const { first, last } = expected ?? { first: 0, last: size - 1 };
  expect({ range, status: answer.status }).toEqual({ range, status: expected ? 206 : 200 });
  expect(answer.headers['content-range']).toBe(expected ? `bytes ${first}-${last}/${size}` : undefined);
  expect(answer.headers['content-length']).toBe(String(last - first + 1));
  const bytes = syntheticBytes(seed, size, first, Math.min(last + 1, first + answer.bytes.length));
  expect(answer.bytes.equals(bytes)).toBe(true);
  if (last - first < 4 * 1024 ** 2) expect(answer.bytes.length).toBe(last - first + 1);
}

test('answers 1,000 random ranges of a 1 GiB file as RFC 9110 says (M1)', async () => {
  const random = seeded(20_260_304);
  const ranges = Array.from({ length: 1000 }, () => randomRange(random));
  const waiting = [...ranges];
  const work = async () => {
    for (let range = waiting.pop(); range; range = waiting.pop()) await check(range);
  };
  await Promise.all(Array.from({ length: 8 }, work));
});

test.each(['bytes=2-1', 'bytes=x-', 'bytes=0-1,5-6', 'pages=1-2', 'bytes', ''])(
  'sends the whole file when the range is %j',
  (range) => check(range),
);

test('costs one upstream request for each seek, once the file was opened', async () => {
  await ask('bytes=0-99');
  const before = world.simulator.log.length;
  for (const first of [1_000_000, 900_000_000, 5]) await ask(`bytes=${first}-${first + 99}`);
  expect(world.simulator.log.length - before).toBe(3);
});

test('tells HEAD the size of the whole and sends nothing', async () => {
  for (const headers of [{}, { range: 'bytes=5-9' }]) {
    const answer = await request(world.url, { method: 'HEAD', headers });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-length': String(size), 'accept-ranges': 'bytes' });
    expect(answer.headers['content-range']).toBeUndefined();
    expect(await answer.body.text()).toBe('');
  }
});

test('keeps a part to its version', async () => {
  const { headers } = await ask('bytes=0-9');
  const etag = String(headers.etag);
  expect(await ask('bytes=10-19', { 'if-range': etag })).toMatchObject({ status: 206 });
  expect(await ask('bytes=10-19', { 'if-range': '"another"' })).toMatchObject({ status: 200 });
  expect(await ask('bytes=10-19', { 'if-range': `W/${etag}` })).toMatchObject({ status: 200 });
});
