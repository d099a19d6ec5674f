import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toUniqueNames } from './entry-names.ts';

test('numbers names that a file system without upper and lower case takes for one', () => {
  const names = ['session.json', 'A.mp4', 'a.MP4', 'a (2).mp4', 'a.mp4', 'é.txt', 'e\u0301.txt', 'ς', 'Σ'];
  expect(toUniqueNames(names)).toEqual([
    'session.json',
    'A.mp4',
    'a (2).MP4',
    'a (2) (2).mp4',
    'a (3).mp4',
    'é.txt',
    'e\u0301 (2).txt',
    'ς',
    'Σ (2)',
  ]);
});

test('gives every entry a name of its own, whatever they were called', () => {
  const part = fc.constantFrom('a', 'A', 'é', 'É', 'e\u0301', ' (2)', '.mp4', '.MP4', '.');
  const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 40 }), (names) => {
      const keys = toUniqueNames(names).map((unique) => unique.normalize('NFC').toLowerCase());
      expect(new Set(keys).size).toBe(names.length);
    }),
  );
});
