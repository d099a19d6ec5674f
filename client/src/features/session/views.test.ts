import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyFiles } from './test-files.ts';
import { audio, gallery, recordingFile, screen, speaker, transcript } from './test-session.ts';
import { isPlayableKind, nameFiles, toViews } from './views.ts';

test('views stand in a fixed order: gallery, speaker, screen share, then sound', () => {
  const views = toViews([audio, transcript, screen, speaker, gallery]);
  expect(views.map(({ name }) => name)).toEqual(['gallery', 'speaker', 'screen', 'audio']);
  expect(views.map(({ label }) => label)).toEqual([
    'Gallery view',
    'Speaker view',
    'Screen share',
    'Audio only',
  ]);
});

test('segments of one type are parts in the order of their starts', () => {
  const second = recordingFile({ id: 'b', startTime: '2026-11-20T13:40:00.000Z' });
  const first = recordingFile({ id: 'c' });
  const views = toViews([second, first]);
  expect(views.map(({ name, label, file }) => [name, label, file.id])).toEqual([
    ['gallery', 'Gallery view, part 1', 'c'],
    ['gallery-2', 'Gallery view, part 2', 'b'],
  ]);
});

test('a recording type nobody has heard of is a view under a name made from it', () => {
  const holo = recordingFile({ recordingType: 'Holo_View(3D)', label: 'Holo view' });
  expect(toViews([holo])[0]).toMatchObject({ name: 'holo-view-3d', label: 'Holo view' });
});

test('a type of signs alone still gets a name', () => {
  expect(toViews([recordingFile({ recordingType: '***' })])[0]?.name).toBe('video');
});

test('single participants are views only where there is nothing else', () => {
  const participant = { name: 'Ana', userId: null, userKey: null };
  const own = recordingFile({
    id: 'own',
    label: 'Ana — video',
    recordingType: 'individual_user',
    participant,
  });
  expect(toViews([own, audio]).map(({ file }) => file.id)).toEqual(['audio-file']);
  expect(toViews([own]).map(({ file }) => file.id)).toEqual(['own']);
});

test('what is in the trash is no view, and leaves the numbers of the other parts alone', () => {
  const trashed = recordingFile({ id: 'first', trashedAt: '2026-11-21T09:00:00.000Z' });
  const kept = recordingFile({ id: 'second', startTime: '2026-11-20T13:40:00.000Z' });
  expect(toViews([trashed, kept]).map(({ label }) => label)).toEqual(['Gallery view, part 2']);
});

test('no files, no views', () => {
  expect(toViews([])).toEqual([]);
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

test('whatever Zoom sends: every view can be played by kind and is not in the trash, and none is missing', () => {
  fc.assert(
    fc.property(anyFiles, (files) => {
      const views = toViews(files);
      const candidates = files.filter((file) => isPlayableKind(file) && file.trashedAt === null);
      expect(views.every(({ file }) => candidates.includes(file))).toBe(true);
      expect(views.length > 0).toBe(candidates.length > 0);
    }),
  );
});
