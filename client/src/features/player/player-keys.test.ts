import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlayerCommand } from './player-keys.ts';

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  [' ', { type: 'toggle-play' }],
  ['k', { type: 'toggle-play' }],
  ['ArrowLeft', { type: 'seek-by', seconds: -5 }],
  ['ArrowRight', { type: 'seek-by', seconds: 5 }],
  ['j', { type: 'seek-by', seconds: -10 }],
  ['l', { type: 'seek-by', seconds: 10 }],
  [',', { type: 'step-frame', direction: -1 }],
  ['.', { type: 'step-frame', direction: 1 }],
  ['ArrowUp', { type: 'volume-by', fraction: 0.05 }],
  ['ArrowDown', { type: 'volume-by', fraction: -0.05 }],
  ['m', { type: 'toggle-mute' }],
  ['c', { type: 'toggle-captions' }],
  ['f', { type: 'toggle-fullscreen' }],
  ['p', { type: 'toggle-picture-in-picture' }],
  ['0', { type: 'seek-to', fraction: 0 }],
  ['9', { type: 'seek-to', fraction: 0.9 }],
  ['v', { type: 'next-view' }],
])('%j is %j', (key, command) => {
  expect(toPlayerCommand({ ...bare, key })).toEqual(command);
});

test('< and > change the speed, with the Shift that most keyboards need for them', () => {
  expect(toPlayerCommand({ ...bare, key: '>', shiftKey: true })).toEqual({
    type: 'change-speed',
    direction: 1,
  });
  expect(toPlayerCommand({ ...bare, key: '<' })).toEqual({ type: 'change-speed', direction: -1 });
});

test('Caps Lock changes nothing, Shift with a letter or an arrow is not ours', () => {
  expect(toPlayerCommand({ ...bare, key: 'K' })).toEqual({ type: 'toggle-play' });
  expect(toPlayerCommand({ ...bare, key: 'K', shiftKey: true })).toBeNull();
  expect(toPlayerCommand({ ...bare, key: 'ArrowLeft', shiftKey: true })).toBeNull();
});

test('no key does anything together with Ctrl, Alt or Meta', () => {
  const modifier = fc.constantFrom('ctrlKey', 'metaKey', 'altKey');
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...' kjlmcfpv,.<>0123456789'), fc.string()),
      modifier,
      (key, held) => {
        expect(toPlayerCommand({ ...bare, key, [held]: true })).toBeNull();
      },
    ),
  );
});

test('any other key is left alone', () => {
  for (const key of ['Tab', 'Enter', 'Escape', 'Home', 'a', 'constructor', '/', '?', '[']) {
    expect(toPlayerCommand({ ...bare, key })).toBeNull();
  }
});
