import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createScratchFolder } from '../../test/scratch-folder.ts';
import { createThreadWriter } from './thread-writer.ts';

/** Notes each order it gets, and does with it what `answer` says. */
const programWith = (answer: string) => `
  import { appendFileSync } from 'node:fs';
  import { parentPort as port, threadId, workerData } from 'node:worker_threads';
  port.on('message', (order) => {
    const name = typeof order === 'string' ? order : 'digest ' + order.digest.length;
    appendFileSync(workerData.dataDir + '/orders', name + ',');
    if (order === 'stop') port.close();
    else { ${answer} }
  });`;

const done = 'port.postMessage({ problem: null });';
const { signal } = new AbortController();
let scratch: ReturnType<typeof createScratchFolder>;

beforeEach(() => {
  scratch = createScratchFolder();
  writeFileSync(join(scratch.path, 'orders'), '');
});
afterEach(() => scratch.remove());

const orders = () => readFileSync(join(scratch.path, 'orders'), 'utf8');

function start(answer: string, hold = (work: () => Promise<void>) => work()) {
  const program = join(scratch.path, 'program.mjs');
  writeFileSync(program, programWith(answer));
  return createThreadWriter({ program, dataDir: scratch.path, hold });
}

test('holds up who else writes while it writes, and not while it reads', async () => {
  const seen: string[] = [];
  const writer = start(done, async (work) => {
    seen.push(orders());
    await work();
    seen.push(orders());
  });
  await writer.write([], signal);
  expect(seen).toEqual(['digest 0,', 'digest 0,write,']);
  await writer.rest();
  expect(orders()).toBe('digest 0,write,stop,');
});

test('rests without having begun, and begins again after a rest', async () => {
  const writer = start(done);
  await writer.rest();
  for (const _ of [1, 2]) {
    await writer.write([], signal);
    await writer.rest();
  }
  expect(orders()).toBe('digest 0,write,stop,'.repeat(2));
});

test('tells what went wrong there, and goes on', async () => {
  const writer = start(`port.postMessage({ problem: order === 'write' ? 'the disk is full' : null });`);
  for (const _ of [1, 2]) await expect(writer.write([], signal)).rejects.toThrow(/^the disk is full$/);
  await writer.rest();
  expect(orders()).toBe('digest 0,write,digest 0,write,stop,');
});

test('tells when its thread broke or left, and begins another', async () => {
  const breaking = start(`throw new Error('broken ' + threadId);`);
  const first = await breaking.write([], signal).catch(({ message }) => message);
  const second = await breaking.write([], signal).catch(({ message }) => message);
  expect([first, second].join()).toMatch(/^broken \d+,broken \d+$/);
  expect(first).not.toBe(second);
  await breaking.rest();
  const leaving = start('process.exit(1);');
  await expect(leaving.write([], signal)).rejects.toThrow('the thread of the index has ended');
  await leaving.rest();
});

test('ends what it does when it is told to stop', async () => {
  const writer = start('');
  const stopping = new AbortController();
  const end = writer.write([], stopping.signal);
  stopping.abort();
  await expect(end).rejects.toThrow('aborted');
  await expect(writer.write([], stopping.signal)).rejects.toThrow('aborted');
  await writer.rest();
  expect(orders()).toBe('digest 0,stop,');
});
