import { expect, test } from 'vitest';
import { everybody, isHeard, toggleAlone, toggleMuted } from './mix.ts';
import { toPull } from './voice-track.ts';

test('everybody is heard but the muted', () => {
  const mix = toggleMuted(everybody, 'ana');
  expect([isHeard(mix, 'ana'), isHeard(mix, 'ben')]).toEqual([false, true]);
  expect(isHeard(toggleMuted(mix, 'ana'), 'ana')).toBe(true);
});

test('where some are alone, nobody else is heard, and muting does not count', () => {
  const mix = toggleAlone(toggleAlone(toggleMuted(everybody, 'ana'), 'ana'), 'ben');
  expect(['ana', 'ben', 'cai'].map((key) => isHeard(mix, key))).toEqual([true, true, false]);
  expect(isHeard(toggleAlone(toggleAlone(mix, 'ana'), 'ben'), 'cai')).toBe(true);
});

test('a voice that is late is pulled on, one that is early held back, gently and never for trifles', () => {
  expect(toPull(0.005)).toBe(0);
  expect([toPull(0.05), toPull(-0.05)]).toEqual([0.1, -0.1]);
  expect([toPull(0.24), toPull(-9)]).toEqual([0.3, -0.3]);
});
