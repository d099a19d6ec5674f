import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  hasMisreadField,
  parseSearch,
  RecordingsSearch,
  SessionSearch,
  stringifySearch,
  TrashSearch,
} from './search-params.ts';

const schemas = [RecordingsSearch, TrashSearch, SessionSearch];
const names = fc.constantFrom(
  'month',
  'q',
  'sort',
  'type',
  'length',
  'size',
  'state',
  'who',
  'open',
  'kind',
  'view',
  't',
  'other',
);
const garbage = fc.dictionary(names, fc.oneof(fc.string(), fc.array(fc.string()), fc.object(), fc.integer()));

test('no search of any address throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const schema of schemas) schema.parse(parseSearch(`?${text}`));
    }),
  );
  fc.assert(
    fc.property(garbage, (search) => {
      for (const schema of schemas) schema.parse(search);
    }),
  );
});

test('what was understood means the same after it was written into an address', () => {
  fc.assert(
    fc.property(garbage, (search) => {
      for (const schema of schemas) {
        const understood = schema.parse(search);
        expect(schema.parse(parseSearch(stringifySearch(understood)))).toEqual(withoutEmpty(understood));
      }
    }),
  );
});

test('each malformed field falls back by itself', () => {
  const search = parseSearch(
    '?month=2026-13&q=standup&sort=colour&type=video,ghost&length=60-30&size=big&state=gone&open=a,b',
  );
  expect(RecordingsSearch.parse(search)).toEqual({ q: 'standup', open: 'a,b' });
});

test('ranges, states and people are taken as they are written', () => {
  const search = {
    length: '30-',
    size: '500MB-2GB',
    state: 'processing,unavailable',
    who: 'ada',
    sort: '-files',
  };
  expect(RecordingsSearch.parse(search)).toEqual(search);
});

test('a field said twice is not understood', () => {
  expect(RecordingsSearch.parse(parseSearch('?sort=name&sort=size'))).toEqual({});
});

test('addresses stay readable', () => {
  expect(
    stringifySearch({ month: '2026-11', type: 'video,transcript', q: 'a b', sort: undefined, open: '' }),
  ).toBe('?month=2026-11&type=video,transcript&q=a+b');
  expect(stringifySearch({})).toBe('');
});

test('an address is noted as misread only for fields that its page has', () => {
  const misread = (pathname: string, search: string) => hasMisreadField({ pathname, search });
  expect(misread('/recordings', '?month=2026-13')).toBe(true);
  expect(misread('/recordings', '?month=2026-11&utm_source=mail')).toBe(false);
  expect(misread('/recordings', '?size=500MB')).toBe(true);
  expect(misread('/trash', '?kind=everything')).toBe(true);
  expect(misread('/trash', '?month=all')).toBe(true);
  expect(misread('/trash', '?month=2026-11')).toBe(false);
  expect(misread('/s/abc', '?t=soon')).toBe(true);
  expect(misread('/elsewhere', '?month=2026-13')).toBe(false);
});

function withoutEmpty(search: object): object {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== '' && value !== undefined),
  );
}
