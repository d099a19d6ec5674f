import { mkdirSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCatalog } from '../src/catalog/open-catalog.ts';
import { SavedSearches } from '../src/contract/index.ts';
import { createScratchFolder } from './scratch-folder.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';

let matinee: TestMatinee;
let scratch: ReturnType<typeof createScratchFolder>;

beforeEach(async () => {
  matinee = await startTestMatinee();
  scratch = createScratchFolder();
});
afterEach(async () => {
  await matinee.stop();
  scratch.remove();
});

const save = (name: string, search = 'q=budget&kind=video') =>
  matinee.post('/api/saved-searches', { name, search });

test('keeps a search, lists all by name, and forgets one', async () => {
  const second = await save('Öffentliche Sprechstunde');
  const first = await save('  budget talks  ');
  expect(first).toMatchObject({
    status: 201,
    body: { name: 'budget talks', search: 'q=budget&kind=video' },
  });
  const listed = SavedSearches.parse((await matinee.get('/api/saved-searches')).body);
  expect(listed).toEqual([first.body, second.body]);
  expect((await matinee.delete(`/api/saved-searches/${first.body.id}`)).status).toBe(204);
  expect((await matinee.get('/api/saved-searches')).body).toEqual([second.body]);
  const gone = await matinee.delete(`/api/saved-searches/${first.body.id}`);
  expect(gone).toMatchObject({ status: 404, body: { type: '/problems/not-found' } });
});

test('replaces the search of a name, and its id stays', async () => {
  const before = await save('mine');
  const after = await save('mine', 'q=other');
  expect(after.body).toMatchObject({ id: before.body.id, search: 'q=other' });
  expect((await matinee.get('/api/saved-searches')).body).toHaveLength(1);
});

test('gives back any text as it came, but for what no database keeps', async () => {
  const name = `"'%_; -- \u202e\u{1f3bc} é`;
  const saved = await save(name, '?q=\0a&x=\ud800');
  expect(saved.body).toMatchObject({ name, search: '?q=\ufffda&x=\ufffd' });
  expect((await matinee.get('/api/saved-searches')).body).toEqual([saved.body]);
});

test('takes two hundred and no more, but still replaces one of them', async () => {
  for (let index = 0; index < 200; index += 1) expect((await save(`search ${index}`)).status).toBe(201);
  const refused = await save('one too many');
  expect(refused).toMatchObject({ status: 400, body: { type: '/problems/invalid-request' } });
  expect(refused.body.errors[0].detail).toContain('200');
  expect((await save('search 7', 'q=new')).status).toBe(201);
  expect((await matinee.get('/api/saved-searches')).body).toHaveLength(200);
}, 20_000);

test.each([
  [{ name: '', search: '' }, ['/name']],
  [{ name: '   ', search: '' }, ['/name']],
  [{ name: 'x'.repeat(101), search: '' }, ['/name']],
  [{ name: 'x', search: 'y'.repeat(4001) }, ['/search']],
  [{ name: 'x' }, ['/search']],
  [{ name: 'x', search: '', id: 'mine' }, ['/id']],
])('refuses %j', async (body, pointers) => {
  const answer = await matinee.post('/api/saved-searches', body);
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
});

const record = { id: 'a', name: 'mine', search: 'q=x', createdMs: 1 };
const log = pino({ level: 'silent' });

async function catalogWithSearch(): Promise<string> {
  const dataDir = join(scratch.path, 'data');
  mkdirSync(dataDir);
  const catalog = openCatalog({ dataDir, log });
  await catalog.saveSearch({ record, limit: 200 });
  catalog.close();
  return dataDir;
}

test('survives a restart', async () => {
  const dataDir = await catalogWithSearch();
  const catalog = openCatalog({ dataDir, log });
  expect(await catalog.listSavedSearches()).toEqual([record]);
  catalog.close();
});

test('is carried over from a catalog of a newer version', async () => {
  const dataDir = await catalogWithSearch();
  const database = new Database(join(dataDir, 'catalog.db'));
  database.exec('PRAGMA user_version = 4711');
  database.close();
  const catalog = openCatalog({ dataDir, log });
  expect(readdirSync(dataDir).some((name) => name.endsWith('.unusable'))).toBe(true);
  expect(await catalog.listSavedSearches()).toEqual([record]);
  catalog.close();
});

test('is missed in the log, not in silence, when the damage took it', async () => {
  const dataDir = await catalogWithSearch();
  truncateSync(join(dataDir, 'catalog.db'), 5000);
  const lines: string[] = [];
  const catalog = openCatalog({ dataDir, log: pino({}, { write: (line) => void lines.push(line) }) });
  expect(await catalog.listSavedSearches()).toEqual([]);
  expect(lines.join('')).toContain('Saved searches could not be read');
  catalog.close();
});
