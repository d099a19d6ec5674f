import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyFiles } from './test-files.ts';
import { recordingFile } from './test-session.ts';
import { nameFiles } from './views.ts';

test('equal labels are parts in the order of their starts, and what is in the trash counts', () => {
  const second = recordingFile({ id: 'b', startTime: '2026-11-20T13:40:00.000Z' });
  const first = recordingFile({ id: 'c', trashedAt: '2026-11-21T09:00:00.000Z' });
  expect(nameFiles([second, first]).map(({ name, label, file }) => [name, label, file.id])).toEqual([
    ['gallery', 'Gallery view, part 1', 'c'],
    ['gallery-2', 'Gallery view, part 2', 'b'],
  ]);
});

test('no files, no names', () => {
  expect(nameFiles([])).toEqual([]);
});

test('whatever Zoom sends: every file is named once, no name is given twice, and the order of arrival is nothing', () => {
  fc.assert(
    fc.property(anyFiles, (files) => {
      const named = nameFiles(files);
      expect(new Set(named.map(({ file }) => file))).toEqual(new Set(files));
      expect(new Set(named.map(({ name }) => name)).size).toBe(files.length);
      expect(nameFiles(files.toReversed()).map(({ name, file }) => [name, file.id])).toEqual(
        named.map(({ name, file }) => [name, file.id]),
      );
    }),
  );
});
