import { expect, test } from 'vitest';
import { testFile, testSession } from '../../testing/test-data.ts';
import { minutesOfFile, nameOfFile, nameOfSession, typeOfFile } from './names.ts';
import { labelOfFile, labelOfSession } from './row-label.ts';
import { badgeOfSession } from './session-state.ts';

const ana = { name: 'Ana Pires', userId: null, userKey: null };

test('a session without a name is told apart by its id', () => {
  expect(nameOfSession(testSession({ name: '  ', zoomId: 'abcdefghijk==' }))).toBe(
    'Untitled session abcdefgh',
  );
});

test('a participant is named once', () => {
  expect(nameOfFile(testFile({ label: 'Audio only', participant: ana }))).toBe('Audio only · Ana Pires');
  expect(nameOfFile(testFile({ label: 'Ana Pires — audio', participant: ana }))).toBe('Ana Pires — audio');
});

test('a file’s type is what Zoom calls its extension, else its type, else nothing', () => {
  expect(typeOfFile(testFile({ extension: 'mp4' }))).toBe('MP4');
  expect(typeOfFile(testFile({ extension: null, fileType: 'TIMELINE' }))).toBe('TIMELINE');
  expect(typeOfFile(testFile({ extension: null, fileType: null }))).toBe('');
});

test('a length that cannot be is unknown', () => {
  expect(minutesOfFile(testFile())).toBe(1);
  expect(minutesOfFile(testFile({ endTime: null }))).toBeNull();
  expect(minutesOfFile(testFile({ endTime: '2020-01-01T00:00:00Z' }))).toBeNull();
});

test('a session bears the state that keeps all of it from being played, or that Zoom is still at it', () => {
  const states = (...files: Parameters<typeof testFile>[0][]) =>
    badgeOfSession(testSession({ files: files.map(testFile) }));
  expect(states({}, { state: 'processing' })).toBe('processing');
  expect(states({ state: 'unavailable' }, { state: 'unavailable' })).toBe('unavailable');
  expect(states({}, { state: 'unavailable' })).toBeNull();
  expect(states({ trashedAt: '2026-03-20T00:00:00Z' })).toBe('trashed');
  expect(states()).toBeNull();
});

test('rows are named as they would be read aloud', () => {
  expect(labelOfSession(testSession({ startTime: null }))).toBe(
    'Design review, start unknown, 1 hour 8 minutes, 1 file, 2.8 gigabytes',
  );
  expect(labelOfFile(testFile({ state: 'processing', sizeBytes: null }))).toBe(
    'Gallery view, MP4, size unknown, processing',
  );
});
