import { expect, test } from 'vitest';
import { createCanarySearch, spellingsOf } from './canaries.ts';

const canary = 'canarySecret_Jt5k/Pz81+Rn"VhQw3E???>>>';
const search = createCanarySearch([canary, 'another-canary-0001']);

test('finds a canary raw, escaped, in hex and in base64 at each offset, wherever it stands', () => {
  expect(spellingsOf(canary).length).toBe(11);
  for (const spelling of spellingsOf(canary)) expect(search(`before ${spelling} after`)).toEqual([canary]);
  for (const before of ['', 'a', 'ab', 'abc']) {
    for (const encoding of ['base64', 'base64url'] as const) {
      expect(search(Buffer.from(`${before}${canary}xyz`).toString(encoding))).toEqual([canary]);
    }
  }
});

test('finds nothing in what only begins like a canary', () => {
  expect(search(canary.slice(0, 20))).toEqual([]);
  expect(search('')).toEqual([]);
});
