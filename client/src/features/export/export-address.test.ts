import { expect, test } from 'vitest';
import { exportAddress } from './export-address.ts';

const options = { format: 'csv', rows: 'sessions', isRaw: false } as const;

test('a filter is exported by the names that lists know it by', () => {
  const filter = { month: '2026-03', q: 'a&b', kinds: 'video,chat', minBytes: 5, sort: '-size' };
  expect(new URL(exportAddress({ filter }, options), 'http://x').searchParams.toString()).toBe(
    'month=2026-03&q=a%26b&minBytes=5&sort=-size&kind=video%2Cchat&format=csv&rows=sessions',
  );
});

test('raw values are asked for where there is a guard to leave out', () => {
  const source = { selection: 's-1' };
  expect(exportAddress(source, { ...options, isRaw: true })).toBe(
    '/api/export?selection=s-1&format=csv&rows=sessions&raw=1',
  );
  expect(exportAddress(source, { format: 'json', rows: 'files', isRaw: true })).toBe(
    '/api/export?selection=s-1&format=json&rows=files',
  );
});
