import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createScratchFolder } from '../../../test/scratch-folder.ts';
import { CatalogError } from '../errors.ts';
import { prepareDataFolder } from './data-folder.ts';

let scratch: ReturnType<typeof createScratchFolder>;

beforeEach(() => {
  scratch = createScratchFolder();
});

afterEach(() => scratch.remove());

test('makes missing folders for the owner alone', () => {
  const dataDir = join(scratch.path, 'one', 'two');
  prepareDataFolder(dataDir);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect(statSync(join(dataDir, 'catalog.db')).mode & 0o777).toBe(0o600);
});

test('says in a sentence where no folder can be made', () => {
  const file = join(scratch.path, 'a-file');
  writeFileSync(file, '');
  // `/proc` refuses as root too, and hangs a recursive mkdir.
  for (const dataDir of [file, join(file, 'below'), '/proc/matinee']) {
    expect(() => prepareDataFolder(dataDir), dataDir).toThrow(CatalogError);
    expect(() => prepareDataFolder(dataDir), dataDir).toThrow('Set MATINEE_DATA_DIR');
  }
});
