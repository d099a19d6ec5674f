import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sessionDraft } from '../../test/catalog-draft.ts';
import { createScratchFolder } from '../../test/scratch-folder.ts';
import { CatalogError } from './errors.ts';
import { type Catalog, openCatalog } from './open-catalog.ts';

let scratch: ReturnType<typeof createScratchFolder>;
let warnings: string[];
let opened: Catalog | undefined;

beforeEach(() => {
  scratch = createScratchFolder();
  warnings = [];
});
afterEach(() => {
  close();
  scratch.remove();
});

const log = pino({ level: 'warn' }, { write: (line) => void warnings.push(line) });
const dataDir = () => join(scratch.path, 'data');
const path = (suffix = '') => join(dataDir(), `catalog.db${suffix}`);
const mode = (file: string) => statSync(file).mode & 0o777;

function open(folder = dataDir()): Catalog {
  opened = openCatalog({ dataDir: folder, log });
  return opened;
}

function close(): void {
  opened?.close();
  opened = undefined;
}

async function fill(catalog: Catalog, count = 300): Promise<void> {
  const sessions = Array.from({ length: count }, (_, n) => sessionDraft({ zoomId: `session ${n}` }));
  await catalog.landSessions({ list: 'live', isSingle: false, span: null, nowMs: 0, sessions });
}

/** Opens after something was done to the file, and expects a clean beginning that says why. */
function expectRebuilt(reason: RegExp): Catalog {
  const catalog = open();
  expect(catalog.counts().sessions).toBe(0);
  expect(warnings.join()).toMatch(reason);
  expect(readdirSync(dataDir()).some((name) => name.endsWith('.unusable'))).toBe(true);
  return catalog;
}

test('keeps its folder and its files to their owner', async () => {
  await fill(open());
  expect(mode(dataDir())).toBe(0o700);
  expect(['', '-wal', '-shm'].map((suffix) => mode(path(suffix)))).toEqual([0o600, 0o600, 0o600]);
  close();
  for (const name of readdirSync(dataDir())) expect(mode(join(dataDir(), name))).toBe(0o600);
});

test('closes a database that was open to others', async () => {
  await fill(open());
  close();
  chmodSync(path(), 0o644);
  open();
  expect(mode(path())).toBe(0o600);
});

test('holds after closing what it held before', async () => {
  await fill(open());
  close();
  expect(open().counts()).toMatchObject({ sessions: 300, files: 300, months: 1 });
  expect(warnings).toEqual([]);
});

test('rebuilds what is no database', () => {
  mkdirSync(dataDir());
  writeFileSync(path(), 'this is a letter to my aunt '.repeat(500));
  expectRebuilt(/not a database/);
});

test('rebuilds a database that was cut short', async () => {
  await fill(open(), 3000);
  close();
  truncateSync(path(), Math.floor(statSync(path()).size / 2));
  await fill(expectRebuilt(/damaged/));
});

test('rebuilds a database with overwritten pages', async () => {
  await fill(open(), 3000);
  close();
  const bytes = readFileSync(path());
  bytes.fill(0x5a, 8192, 8192 + 65_536);
  writeFileSync(path(), bytes);
  expectRebuilt(/damaged/);
});

test('rebuilds a database of a newer version and keeps the newer one aside', async () => {
  await fill(open());
  close();
  alter('PRAGMA user_version = 99');
  expectRebuilt(/newer version/);
});

test('rebuilds a database whose tables are not ours', () => {
  mkdirSync(dataDir());
  alter('CREATE TABLE sessions (id TEXT); INSERT INTO sessions VALUES (1)');
  expectRebuilt(/damaged/);
});

test('goes on after a kill without losing what was landed', async () => {
  await fill(open());
  // The files as a kill would leave them: no clean stop, the log not yet folded in.
  const left = ['', '-wal'].map((suffix) => [suffix, readFileSync(path(suffix))] as const);
  const other = join(scratch.path, 'other');
  mkdirSync(other);
  for (const [suffix, bytes] of left) writeFileSync(join(other, `catalog.db${suffix}`), bytes);
  close();
  expect(open(other).counts().sessions).toBe(300);
  expect(warnings).toEqual([]);
});

test('says in a sentence that another program holds the database', () => {
  mkdirSync(dataDir());
  const other = new Database(path());
  other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE held (n)');
  try {
    expect(() => open()).toThrow(/Another program.* holds.*MATINEE_DATA_DIR/);
  } finally {
    other.exec('ROLLBACK');
    other.close();
  }
});

test('leaves a data folder to the Matinee that has it, until that one is done', () => {
  open();
  expect(() => openCatalog({ dataDir: dataDir(), log })).toThrow(/another Matinee.*MATINEE_DATA_DIR/);
  close();
  expect(open().counts().sessions).toBe(0);
});

test('says which setting to change when the folder cannot be made', () => {
  const file = join(scratch.path, 'file');
  writeFileSync(file, '');
  for (const folder of [file, join(file, 'data')]) {
    expect(() => open(folder)).toThrow(CatalogError);
    expect(() => open(folder)).toThrow(/cannot be written.*MATINEE_DATA_DIR/);
  }
});

test('says which setting to change when a folder stands where the database should be', () => {
  mkdirSync(path(), { recursive: true });
  expect(() => open()).toThrow(/cannot be written.*MATINEE_DATA_DIR/);
});

test('checks a database whose clean stop nothing vouches for', async () => {
  await fill(open());
  close();
  rmSync(path('.clean'));
  expect(open().counts().sessions).toBe(300);
});

test('keeps pauses across a restart and forgets them when told', () => {
  const catalog = open();
  catalog.pauses.save('medium', 1_800_000_000_000);
  catalog.pauses.save('light', 5);
  catalog.pauses.save('light', null);
  close();
  expect(open().pauses.load()).toEqual({ medium: 1_800_000_000_000 });
});

function alter(statements: string): void {
  const database = new Database(path());
  database.exec(statements);
  database.close();
}
