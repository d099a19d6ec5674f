import type { Indexing } from '@matinee/server/contract';
import { expect, test } from 'vitest';
import { indexingWords } from './indexing-line.tsx';

const all: Indexing = { state: 'done', files: 1500, indexed: 1500, failed: 0 };

test.each<[string, Partial<Indexing>, string | null]>([
  ['all is read', {}, null],
  ['there is nothing to read', { state: 'reading', files: 0, indexed: 0 }, null],
  ['nothing has begun', { state: 'paused', files: 0, indexed: 0 }, null],
  ['it is being read', { state: 'reading', indexed: 1204 }, '1,204 of 1,500 transcripts are searchable.'],
  [
    'reading waits',
    { state: 'paused', indexed: 1204 },
    '1,204 of 1,500 transcripts are searchable. Reading the others is paused, and goes on by itself.',
  ],
  ['one failed', { indexed: 1499, failed: 1 }, '1 file could not be read, and is tried again.'],
  [
    'some failed while it is being read',
    { state: 'reading', indexed: 20, failed: 3 },
    '20 of 1,500 transcripts are searchable. 3 files could not be read, and are tried again.',
  ],
  [
    'it is off',
    { state: 'off', indexed: 0 },
    'What was said and typed is not searched. Whoever runs the server can turn it on: MATINEE_INDEX_TRANSCRIPTS=on in its ' +
      'environment or its .env, and a new start.',
  ],
  [
    'it was turned off later',
    { state: 'off', indexed: 20 },
    'What is said and typed is no longer read. Whoever runs the server can turn it on: MATINEE_INDEX_TRANSCRIPTS=on in its ' +
      'environment or its .env, and a new start.',
  ],
])('when %s', (_, parts, words) => {
  expect(indexingWords({ ...all, ...parts })).toBe(words);
});
