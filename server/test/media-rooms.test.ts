import { get, type IncomingMessage } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { syntheticBytes } from '../src/simulator/synthetic-bytes.ts';
import { seeded } from './seeded.ts';
import { type MediaWorld, startMedia } from './start-media.ts';

/** The room that one answer was read into is read into again for the next: nobody may see that. */
const seed = 9;
const size = 12_000_000;
const readers = 24;
let world: MediaWorld;

beforeEach(async () => {
  world = await startMedia({ content: { kind: 'synthetic', seed, sizeBytes: size } });
});

afterEach(() => world.stop());

function open(first: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(world.url, { headers: { range: `bytes=${first}-` } }, resolve).on('error', reject);
  });
}

/** Reads as a busy browser does, now at once and now after a while, and leaves at `until`. Tells how many bytes were right. */
async function readUnsteadily(random: () => number, until: number): Promise<{ read: number; right: number }> {
  const first = Math.floor(random() * (until - 1));
  const answer = await open(first);
  let at = first;
  let right = 0;
  for await (const chunk of answer) {
    const bytes: Buffer = chunk;
    if (bytes.equals(syntheticBytes(seed, size, at, at + bytes.length))) right += bytes.length;
    at += bytes.length;
    if (at >= until) break;
    const turns = random() < 0.2 ? Math.floor(random() * 60) : 0;
    for (let turn = 0; turn < turns; turn += 1) await nextTurn();
  }
  return { read: at - first, right };
}

test('every reader gets the very bytes of the file, however unsteadily they read and whenever they leave', async () => {
  const random = seeded(20_261_124);
  for (let round = 0; round < 3; round += 1) {
    const until = Array.from({ length: readers }, () => (random() < 0.3 ? size * random() : size));
    const reads = await Promise.all(until.map((end) => readUnsteadily(random, Math.max(2, Math.floor(end)))));
    for (const { read, right } of reads) expect(right).toBe(read);
  }
});
