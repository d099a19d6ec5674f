import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { defaultPreferences, findStorage, keepPreferences, readPreferences } from './player-preferences.ts';

beforeEach(() => localStorage.clear());

test('what was kept is read again, field by field', () => {
  keepPreferences(findStorage(), { volume: 0.4, hasCaptions: true });
  keepPreferences(findStorage(), { rate: 1.5 });
  expect(readPreferences(findStorage())).toEqual({
    volume: 0.4,
    isMuted: false,
    rate: 1.5,
    hasCaptions: true,
  });
});

test('without a storage, or with one that refuses, there are defaults and no failure', () => {
  const refusing = Object.create(localStorage, {
    setItem: { value: () => raise() },
    getItem: { value: () => raise() },
  });
  for (const storage of [null, refusing]) {
    expect(() => keepPreferences(storage, { rate: 2 })).not.toThrow();
    expect(readPreferences(storage)).toEqual(defaultPreferences);
  }
});

test('whatever somebody else wrote there, the preferences are ones that a player takes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.double(), fc.anything(), (text, number, thing) => {
      const damaged = [
        text,
        JSON.stringify({ volume: number, rate: number, isMuted: thing, hasCaptions: thing }),
      ];
      for (const kept of damaged) {
        localStorage.setItem('matinee.player', kept ?? '');
        const { volume, rate } = readPreferences(localStorage);
        expect(volume >= 0 && volume <= 1 && rate >= 0.25 && rate <= 3).toBe(true);
      }
    }),
  );
});

function raise(): never {
  throw new DOMException('denied', 'SecurityError');
}
