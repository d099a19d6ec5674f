import { beforeEach, expect, test, vi } from 'vitest';
import { createSetting } from './setting.ts';

beforeEach(() => localStorage.clear());

test('nothing kept, or nonsense kept, is the first value', () => {
  const setting = createSetting('test.size', ['small', 'large']);
  expect(setting.read()).toBe('small');
  localStorage.setItem('test.size', 'enormous');
  expect(setting.read()).toBe('small');
});

test('a choice is kept, and told to whoever listens until they stop', () => {
  const setting = createSetting('test.size', ['small', 'large']);
  const listener = vi.fn();
  const stop = setting.subscribe(listener);
  setting.keep('large');
  expect(listener).toHaveBeenCalledOnce();
  expect(createSetting('test.size', ['small', 'large']).read()).toBe('large');
  stop();
  setting.keep('small');
  expect(listener).toHaveBeenCalledOnce();
});

test('a choice made in another tab is told, another key is not', () => {
  const setting = createSetting('test.size', ['small', 'large']);
  const listener = vi.fn();
  const stop = setting.subscribe(listener);
  window.dispatchEvent(new StorageEvent('storage', { key: 'test.colour' }));
  expect(listener).not.toHaveBeenCalled();
  localStorage.setItem('test.size', 'large');
  window.dispatchEvent(new StorageEvent('storage', { key: 'test.size' }));
  expect(listener).toHaveBeenCalledOnce();
  expect(setting.read()).toBe('large');
  stop();
});

test('where storage is forbidden the choice lasts as long as the page', () => {
  vi.stubGlobal('localStorage', undefined);
  const setting = createSetting('test.size', ['small', 'large']);
  expect(setting.read()).toBe('small');
  setting.keep('large');
  expect(setting.read()).toBe('large');
  vi.unstubAllGlobals();
});
