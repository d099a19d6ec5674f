import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Catalog, openCatalog } from '../open-catalog.ts';
import type { MomentSearch, Phrase } from './find-moments.ts';
import { toIndexLines } from './index-lines.ts';
import { wordsOf } from './words.ts';
import type { ReadFile, ReadSession } from './write-moments.ts';

let catalog: Catalog;

beforeEach(() => {
  catalog = openCatalog({ dataDir: ':memory:', log: pino({ level: 'silent' }) });
});
afterEach(() => catalog.close());

const startMs = Date.parse('2026-03-04T14:05:11Z');

function said(fileId: string, ...texts: string[]): ReadFile {
  const lines = texts.map((text, at) => ({
    startSeconds: at,
    endSeconds: null,
    speaker: 'Ada Moreau',
    text,
  }));
  return { fileId, kind: 'transcript', stamp: '1', outcome: { lines: toIndexLines(lines) } };
}

function session(
  zoomId: string,
  files: ReadFile[],
  change: Partial<ReadSession> & { atMs?: number } = {},
): ReadSession {
  const { atMs = startMs, ...rest } = change;
  return {
    end: { zoomId, positionMs: atMs, attempts: 0, revision: 0, retry: null },
    gone: [],
    files,
    ...rest,
  };
}

function phrase(text: string): Phrase {
  return { words: wordsOf(text).map(({ word }) => word), isOpen: text.endsWith('*') };
}

async function find(
  texts: string[],
  more: Partial<MomentSearch> & { limit?: number } = {},
): Promise<string[]> {
  const { limit = 100, ...rest } = more;
  const search = { phrases: texts.map(phrase), speaker: [], span: null, ...rest };
  const places = await catalog.moments.findLines({ search, after: null, limit });
  const files = await catalog.moments.loadFilesAt(places.map(({ ord }) => ord));
  return places.map(({ ord, line }) => `${files.get(ord)?.fileId} ${line}`);
}

test('finds lines by all their words, by beginnings and by phrases', async () => {
  await catalog.moments.write([
    session('a', [said('one', 'the budget of May', 'May the budget', 'nothing')]),
  ]);
  expect(await find(['budget', 'may'])).toEqual(['one 0', 'one 1']);
  expect(await find(['the budget'])).toEqual(['one 0', 'one 1']);
  expect(await find(['budget of'])).toEqual(['one 0']);
  expect(await find(['bud'])).toEqual([]);
  expect(await find(['bud*'])).toEqual(['one 0', 'one 1']);
  expect(await find(['budget'], { speaker: [phrase('mor*')] })).toEqual(['one 0', 'one 1']);
  expect(await find(['budget'], { speaker: [phrase('sam')] })).toEqual([]);
  expect(await find(['ada'])).toEqual([]);
});

test('gives the newest session first, its lines in their order, page after page', async () => {
  const day = 86_400_000;
  await catalog.moments.write([
    session('b', [said('new', 'x 1', 'x 2')]),
    session('c', [said('old', 'x 3')], { atMs: startMs - day }),
  ]);
  await catalog.moments.write([session('d', [said('newest', 'x 4')], { atMs: startMs + day })]);
  expect(await find(['x'])).toEqual(['newest 0', 'new 0', 'new 1', 'old 0']);
  const span = { fromMs: startMs - 1000, toMs: startMs + 1000 };
  expect(await find(['x'], { span })).toEqual(['new 0', 'new 1']);
  const search = { phrases: [phrase('x')], speaker: [], span: null };
  const seen: string[] = [];
  for (let after = null; ; ) {
    const [place] = await catalog.moments.findLines({ search, after, limit: 1 });
    if (!place) break;
    seen.push(`${(await catalog.moments.loadFilesAt([place.ord])).get(place.ord)?.fileId} ${place.line}`);
    after = place;
  }
  expect(seen).toEqual(['newest 0', 'new 0', 'new 1', 'old 0']);
});

test('a file that is read again replaces itself, and one that is gone leaves nothing', async () => {
  await catalog.moments.write([session('a', [said('one', 'before words'), said('two', 'other words')])]);
  await catalog.moments.write([session('a', [said('one', 'after words')])]);
  expect(await find(['before'])).toEqual([]);
  expect((await find(['words'])).sort()).toEqual(['one 0', 'two 0']);
  await catalog.moments.write([session('a', [], { gone: ['one', 'two', 'never'] })]);
  expect(await find(['words'])).toEqual([]);
  expect(await catalog.moments.loadFilesOf(['a'])).toEqual([]);
  expect(await catalog.moments.count()).toEqual({ indexed: 0, failed: 0, waiting: 0 });
});

test('keeps every line as it came, whatever it holds', async () => {
  const texts = ['<script>', '', '"*" AND NOT', '\u{1f44d} 你好', 'a'.repeat(5000)];
  await catalog.moments.write([session('a', [said('one', ...texts)])]);
  const [file] = await catalog.moments.loadFilesOf(['a']);
  const lines = await catalog.moments.loadLines(file?.ord ?? 0);
  expect(lines.map(({ text }) => text)).toEqual(texts);
  expect(lines[1]).toMatchObject({ startSeconds: 1, endSeconds: null, speaker: 'Ada Moreau' });
  expect(await find(['好'])).toEqual(['one 3']);
});

test('tells speakers from what they said, whatever signs both hold', async () => {
  const lines = [{ startSeconds: 0, endSeconds: null, speaker: 'Ada | Sam', text: 'left|right | "up"' }];
  const file: ReadFile = { fileId: 'one', kind: 'chat', stamp: '1', outcome: { lines: toIndexLines(lines) } };
  await catalog.moments.write([session('a', [file])]);
  expect(await find(['left right up'])).toEqual(['one 0']);
  expect(await find(['sam'])).toEqual([]);
  expect(await find(['up'], { speaker: [phrase('ada sam')] })).toEqual(['one 0']);
  expect(await find(['up'], { speaker: [phrase('left')] })).toEqual([]);
});

test('counts what is indexed, the same, and failed', async () => {
  const same: ReadFile = { fileId: 's', kind: 'captions', stamp: '1', outcome: { sameAs: 'one' } };
  const failed: ReadFile = { fileId: 'f', kind: 'chat', stamp: '1', outcome: { problem: 'refused' } };
  await catalog.moments.write([session('a', [said('one', 'x'), same, failed])]);
  expect(await catalog.moments.count()).toEqual({ indexed: 2, failed: 1, waiting: 0 });
  const files = await catalog.moments.loadFilesOf(['a']);
  expect(files.map(({ fileId, state, sameAs, problem }) => [fileId, state, sameAs, problem])).toEqual([
    ['one', 'indexed', null, null],
    ['s', 'same', 'one', null],
    ['f', 'failed', null, 'refused'],
  ]);
});
