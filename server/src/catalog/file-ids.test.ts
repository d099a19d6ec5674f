import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileDraft, sessionDraft } from '../../test/catalog-draft.ts';
import { createScratchFolder } from '../../test/scratch-folder.ts';
import { createIdFilter } from './id-filter.ts';
import { type Catalog, openCatalog } from './open-catalog.ts';

let scratch: ReturnType<typeof createScratchFolder>;
let catalog: Catalog;

const open = () => openCatalog({ dataDir: join(scratch.path, 'data'), log: pino({ level: 'silent' }) });

beforeEach(() => {
  scratch = createScratchFolder();
  catalog = open();
});
afterEach(() => {
  catalog.close();
  scratch.remove();
});

/** Lands one session that begins in that year, with one file of that id of Zoom; gives the id it bears with us. */
async function land(zoomId: string, { year, fileId }: { year: number; fileId: string }): Promise<string> {
  const startMs = Date.UTC(year, 3, 5);
  const sessions = [sessionDraft({ zoomId, startMs, files: [fileDraft({ zoomId: fileId })] })];
  const [landed] = await catalog.landSessions({
    list: 'live',
    isSingle: false,
    span: null,
    nowMs: 0,
    sessions,
  });
  return landed?.fileIds[0] ?? '';
}

test('an id that a file of another year bears is taken, and each file is found by its own', async () => {
  expect(await land('old', { year: 2012, fileId: 'same' })).toBe('same');
  const other = await land('new', { year: 2026, fileId: 'same' });
  expect(other).not.toBe('same');
  expect((await catalog.findFile('same'))?.session.zoomId).toBe('old');
  expect((await catalog.findFile(other))?.session.zoomId).toBe('new');
});

test('a catalog that was just opened knows which ids are taken', async () => {
  await land('old', { year: 2012, fileId: 'same' });
  catalog.close();
  catalog = open();
  expect(await land('new', { year: 2026, fileId: 'same' })).not.toBe('same');
  expect(await land('third', { year: 2020, fileId: 'free' })).toBe('free');
});

test('the filter never denies what was added, and denies almost all that was not', () => {
  const filter = createIdFilter();
  const hashOf = (n: number) => (n * 7_919_393_939 + 17) % 2 ** 53;
  for (let n = 0; n < 50_000; n += 1) filter.add(hashOf(n));
  const mayHold = (from: number) =>
    Array.from({ length: 50_000 }, (_, n) => filter.mayHold(hashOf(from + n))).filter(Boolean).length;
  expect(mayHold(0)).toBe(50_000);
  expect(mayHold(50_000)).toBeLessThan(50);
});
