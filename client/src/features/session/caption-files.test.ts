import { expect, test } from 'vitest';
import { findCaptionFiles } from './caption-files.ts';
import { gallery, recordingFile, transcript } from './test-session.ts';

const captions = recordingFile({ ...transcript, id: 'captions', kind: 'captions', startTime: null });

test('captions come before the transcript, and without a start where there is one segment', () => {
  expect(findCaptionFiles(gallery, [transcript, gallery, captions]).map(({ id }) => id)).toEqual([
    'captions',
    'transcript-file',
  ]);
});

test('with several segments, only the texts of the same segment lie over it', () => {
  const second = recordingFile({ id: 'second', startTime: '2026-11-20T13:40:00.000Z' });
  const files = [gallery, second, transcript, captions];
  expect(findCaptionFiles(gallery, files).map(({ id }) => id)).toEqual(['transcript-file']);
  expect(findCaptionFiles(second, files)).toEqual([]);
});

test('what is no WebVTT, not ready or in the trash is no caption', () => {
  const others = [
    { ...transcript, extension: 'TXT' },
    { ...transcript, extension: null },
    { ...transcript, state: 'processing' as const },
    { ...transcript, trashedAt: '2026-11-21T09:00:00.000Z' },
  ];
  expect(findCaptionFiles(gallery, [gallery, ...others])).toEqual([]);
});
