import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnfitIdError, zoomPath } from './paths.ts';

const baseUrl = 'https://api.zoom.us/v2';
const template = '/videosdk/sessions/{}/recordings/{}';

test.each([
  ['K6DoTC6/wqNUGyWaws+5XA==', 'K6DoTC6%252FwqNUGyWaws%252B5XA%253D%253D'],
  ['/l6Cloq19ct9N2gyE932kQ==', '%252Fl6Cloq19ct9N2gyE932kQ%253D%253D'],
  ['0P+oGg0bNT//bZqakx5sGQ==', '0P%252BoGg0bNT%252F%252FbZqakx5sGQ%253D%253D'],
])('encodes %s twice', (id, segment) => {
  const url = zoomPath({ baseUrl, template: '/videosdk/sessions/{}/recordings', ids: [id] });
  expect(url.href).toBe(`${baseUrl}/videosdk/sessions/${segment}/recordings`);
});

test('leaves out what is undefined and encodes what a query must encode', () => {
  const url = zoomPath({ baseUrl: `${baseUrl}/`, template: '/x', query: { a: undefined, b: 'c&d=e f' } });
  expect(url.href).toBe(`${baseUrl}/x?b=c%26d%3De+f`);
});

test.each(['', '.', '..', '\ud800', 'a\udc00'])('refuses the id %j', (id) => {
  expect(() => zoomPath({ baseUrl, template, ids: [id, 'x'] })).toThrow(UnfitIdError);
});

const nasty = fc.constantFrom(
  '/',
  '//',
  '/../',
  '/./',
  '..',
  '.',
  '%',
  '%2f',
  '%2e',
  '\0',
  '?',
  '#',
  '\\',
  ';',
  ' ',
  '\n',
  '@',
  ':',
  'é',
  '\ud83d',
  '+',
  '=',
);
const anyId = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(nasty, fc.string({ maxLength: 3 })), { maxLength: 8 }).map((parts) => parts.join('')),
);

test('no id leaves its place in the template (D6)', () => {
  fc.assert(
    fc.property(anyId, anyId, (first, second) => {
      let url: URL;
      try {
        url = zoomPath({ baseUrl, template, ids: [first, second] });
      } catch (error) {
        expect(error).toBeInstanceOf(UnfitIdError);
        return;
      }
      const segments = url.pathname.split('/');
      expect(segments).toHaveLength(7);
      const decoded = segments.map((segment) => decodeURIComponent(decodeURIComponent(segment)));
      expect(decoded).toEqual(['', 'v2', 'videosdk', 'sessions', first, 'recordings', second]);
      expect(url.origin + url.search + url.hash).toBe('https://api.zoom.us');
    }),
    { numRuns: 10_000 },
  );
});
