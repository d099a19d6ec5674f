import { execFile } from 'node:child_process';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { BodyCutShort } from '../errors.ts';
import type { ByteSink } from '../pump.ts';
import { writeZip } from './write-zip.ts';
import { layOut } from './zip-layout.ts';
import type { ZipEntry } from './zip-records.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'matinee-zip-test-'));
const mebi = 1024 ** 2;
/** What an entry is filled with, piece by piece; written as a hole, so that gigabytes need no room on the disk. */
const zeros = Buffer.alloc(16 * mebi);
const modifiedMs = Date.parse('2026-03-04T14:05:12Z');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function hasProgram(name: string, option: string): Promise<boolean> {
  return run(name, [option]).then(
    () => true,
    () => false,
  );
}

const hasUnzip = await hasProgram('unzip', '-v');
const hasPython = await hasProgram('python3', '-V');

/** An output on a file that turns a piece of zeros into a hole. */
function createFileOutput(path: string) {
  const file = openSync(path, 'w');
  let at = 0;
  const output: ByteSink = {
    write(chunk) {
      if (chunk.buffer !== zeros.buffer) writeSync(file, chunk, 0, chunk.length, at);
      at += chunk.length;
      return true;
    },
    once: () => {},
    off: () => {},
  };
  const close = () => {
    ftruncateSync(file, at);
    closeSync(file);
    return at;
  };
  return { output, close };
}

async function writeArchive(path: string, entries: readonly (ZipEntry & { bytes?: Buffer })[]) {
  const layout = layOut(entries);
  const { output, close } = createFileOutput(path);
  await writeZip({
    layout,
    output,
    untilReady: async () => {},
    onExcess: (error) => expect.unreachable(error.message),
    copy: async ({ bytes, sizeBytes }, sink) => {
      if (bytes) return void sink.write(bytes);
      for (let left = sizeBytes; left > 0; left -= zeros.length) {
        sink.write(zeros.subarray(0, Math.min(left, zeros.length)));
      }
    },
  });
  return { layout, written: close() };
}

/** What Python reads: each entry's name, size, time and content, having checked every checksum. */
const listing = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    bad = archive.testzip()
    print(json.dumps([bad, [[i.filename, i.file_size, list(i.date_time), archive.read(i).hex()] for i in archive.infolist()]]))
`;

test.skipIf(!hasPython)(
  'writes archives that Python reads as they were meant, exactly as long as laid out',
  async () => {
    const name = fc.stringMatching(/^[a-z0-9é会🎥 ._-]{1,40}$/u);
    const entry = fc.record({ name, bytes: fc.uint8Array({ maxLength: 3000 }) });
    const path = join(folder, 'any.zip');
    const archives = fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(archives, async (wanted) => {
        const entries = wanted.map(({ name, bytes }) => ({
          path: `folder/${name}`,
          sizeBytes: bytes.length,
          modifiedMs,
          bytes: Buffer.from(bytes),
        }));
        const { layout, written } = await writeArchive(path, entries);
        expect(written).toBe(layout.sizeBytes);
        const { stdout } = await run('python3', ['-c', listing, path], { maxBuffer: 64 * mebi });
        const expected = entries.map((made) => [
          made.path,
          made.sizeBytes,
          [2026, 3, 4, 14, 5, 12],
          made.bytes.toString('hex'),
        ]);
        expect(JSON.parse(stdout)).toEqual([null, expected]);
      }),
      { numRuns: 15 },
    );
  },
  60_000,
);

test.skipIf(!hasUnzip)(
  'writes what unzip finds no fault with: nothing, little, and a time nobody knows',
  async () => {
    const path = join(folder, 'few.zip');
    const made = { path: 'a/b.txt', sizeBytes: 2, bytes: Buffer.from('hi') };
    const empty = { path: 'a/empty', sizeBytes: 0, bytes: Buffer.alloc(0) };
    await writeArchive(path, [
      { ...made, modifiedMs: null },
      { ...empty, modifiedMs: Date.parse('2200-01-01') },
    ]);
    await expect(run('unzip', ['-t', path])).resolves.toMatchObject({
      stdout: expect.stringMatching(/No errors/),
    });
  },
);

/** Reading all four gigabytes takes programs a minute; `npm run bench -- zip` has them do it. */
const ends = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    large, behind = archive.infolist()
    print(large.file_size, len(archive.open(large).read(1000)), archive.read(behind).decode())
`;

test.skipIf(!hasUnzip || !hasPython)(
  'goes over to ZIP64 where a file or its place passes 4 GiB',
  async () => {
    const path = join(folder, 'large.zip');
    const large = { path: 'a/large.mp4', sizeBytes: 4096 * mebi + 5, modifiedMs };
    const behind = { path: 'a/behind.txt', sizeBytes: 2, modifiedMs, bytes: Buffer.from('hi') };
    const { layout, written } = await writeArchive(path, [large, behind]);
    expect(written).toBe(layout.sizeBytes);
    expect(statSync(path).blocks).toBeLessThan(1000);
    expect((await run('python3', ['-c', ends, path])).stdout).toBe(`${large.sizeBytes} 1000 hi\n`);
    expect((await run('unzip', ['-p', path, behind.path])).stdout).toBe('hi');
  },
  60_000,
);

test.skipIf(!hasPython)(
  'goes over to ZIP64 where there are more entries than 16 bits can count',
  async () => {
    const path = join(folder, 'many.zip');
    const entries = Array.from({ length: 65_535 }, (_, index) => ({
      path: `${index}`,
      sizeBytes: 0,
      modifiedMs,
    }));
    const { layout, written } = await writeArchive(path, entries);
    expect(written).toBe(layout.sizeBytes);
    const count = 'import sys, zipfile; print(len(zipfile.ZipFile(sys.argv[1]).namelist()))';
    const { stdout } = await run('python3', ['-c', count, path]);
    expect(Number(stdout)).toBe(65_535);
  },
  60_000,
);

test.each([
  ['shorter', Buffer.alloc(9)],
  ['longer', Buffer.alloc(11)],
])('refuses an entry that turns out %s than it was laid out', async (_how, bytes) => {
  const { output, close } = createFileOutput(join(folder, 'wrong.zip'));
  const told: BodyCutShort[] = [];
  const writing = writeZip({
    layout: layOut([{ path: 'a', sizeBytes: 10, modifiedMs }]),
    output,
    untilReady: async () => {},
    onExcess: (error) => told.push(error),
    copy: async (_entry, sink) => void sink.write(bytes),
  });
  await expect(writing).rejects.toBeInstanceOf(BodyCutShort);
  expect(told).toHaveLength(bytes.length > 10 ? 1 : 0);
  close();
});
