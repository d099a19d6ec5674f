import { expect, test } from 'vitest';
import { testFile } from '../../testing/test-data.ts';
import { defaultPanel, toMomentLink, toPanel } from './panel-address.ts';

test.each([
  [['video', 'captions', 'chat'], 'transcript'],
  [['video', 'chat', 'timeline'], 'chat'],
  [['video', 'timeline'], 'files'],
  [[], 'files'],
] as const)('with %s, the panel that is shown first is %s', (kinds, panel) => {
  expect(defaultPanel({ files: kinds.map((kind) => testFile({ id: kind, kind })) })).toBe(panel);
});

test('a transcript in the trash is not shown first', () => {
  const files = [testFile({ kind: 'transcript', trashedAt: '2026-03-21T00:00:00.000Z' })];
  expect(defaultPanel({ files })).toBe('files');
});

test('a link to a line says its second and its panel, keeps the view, and not what was searched', () => {
  const href = 'http://matinee.test/s/abc?view=speaker&t=4&of=words&tq=budget';
  expect(toMomentLink(href, { seconds: 13.1, panel: 'chat' })).toBe(
    'http://matinee.test/s/abc?view=speaker&t=13.1&panel=chat',
  );
});

test('captions are read in the panel of the transcript', () => {
  expect(toPanel('captions', { files: [] })).toBe('transcript');
  expect([toPanel('info', { files: [] }), toPanel(undefined, { files: [] })]).toEqual(['info', 'files']);
});
