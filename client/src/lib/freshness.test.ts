import { expect, test } from 'vitest';
import { testWindow } from '../testing/test-data.ts';
import { toFreshness } from './freshness.ts';

test('a list is complete only when every window it looks at is', () => {
  const states = (...words: Parameters<typeof testWindow>[0][]) => toFreshness(words.map(testWindow))?.state;
  expect(states({ state: 'complete' }, { state: 'complete' })).toBe('complete');
  expect(states({ state: 'complete' }, { state: 'unread' })).toBe('unread');
  expect(states({ state: 'partial' }, { state: 'failed' })).toBe('failed');
  expect(states({ state: 'failed' }, { state: 'syncing' })).toBe('syncing');
});

test('a list is as old as its oldest window', () => {
  const windows = [
    testWindow({ syncedAt: '2026-11-23T10:00:00Z' }),
    testWindow({ syncedAt: '2026-11-20T10:00:00Z' }),
  ];
  expect(toFreshness(windows)?.syncedAt).toBe('2026-11-20T10:00:00Z');
  expect(toFreshness([...windows, testWindow({ syncedAt: null })])?.syncedAt).toBeNull();
});

test('Zoom’s total is told only when Zoom told it for every window', () => {
  const windows = [
    testWindow({ records: 2, reportedTotal: 3 }),
    testWindow({ records: 5, reportedTotal: 5 }),
  ];
  expect(toFreshness(windows)).toMatchObject({ records: 7, reportedTotal: 8 });
  expect(toFreshness([...windows, testWindow({ reportedTotal: null })])?.reportedTotal).toBeNull();
});

test('a list without windows has no freshness', () => {
  expect(toFreshness([])).toBeNull();
});
