import { expect, test } from 'vitest';
import { keyNameOf, toKeyCaps } from './key-name.ts';

const bare = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

test('a named key says whether Shift was held, a character says it by itself', () => {
  expect(keyNameOf({ ...bare, key: 'ArrowDown', shiftKey: true })).toBe('Shift+ArrowDown');
  expect(keyNameOf({ ...bare, key: '?', shiftKey: true })).toBe('?');
  expect(keyNameOf({ ...bare, key: ' ' })).toBe('Space');
});

test('Ctrl has a name of its own, other modifiers belong to the browser', () => {
  expect(keyNameOf({ ...bare, key: 'k', ctrlKey: true })).toBe('mod+k');
  expect(keyNameOf({ ...bare, key: 'k', altKey: true })).toBeUndefined();
  expect(keyNameOf({ ...bare, key: 'k', metaKey: true })).toBeUndefined();
});

test('a character behind AltGr is that character, though Windows says Ctrl and Alt', () => {
  const press = { ...bare, key: '[', ctrlKey: true, altKey: true, getModifierState: () => true };
  expect(keyNameOf(press)).toBe('[');
});

test('names are shown as the caps of a keyboard', () => {
  expect(['mod+k', 'g t', 'Shift+ArrowUp', 'Escape', '['].map(toKeyCaps)).toEqual([
    ['Ctrl', 'K'],
    ['g', 't'],
    ['Shift', '↑'],
    ['Esc'],
    ['['],
  ]);
});
