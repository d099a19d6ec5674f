import type { RecordingFile } from '@matinee/server/contract';
import { expect, test } from 'vitest';
import { toTimeline } from '../../lib/session-clock/timeline.ts';
import { findCaptionFiles } from './caption-files.ts';
import { gallery, recordingFile, session, transcript } from './test-session.ts';

const captions = recordingFile({ ...transcript, id: 'captions', kind: 'captions', startTime: null });

function find(file: RecordingFile, files: RecordingFile[]) {
  const timeline = toTimeline(session({ files }));
  const { startSeconds, endSeconds } = timeline.spanOf(file.id);
  const segment = { fileId: file.id, startSeconds, endSeconds: endSeconds ?? startSeconds };
  return findCaptionFiles(segment, { files, timeline }).map((found) => [found.file.id, found.shiftSeconds]);
}

test('captions come before the transcript, and without a start they lie at the beginning', () => {
  expect(find(gallery, [transcript, gallery, captions])).toEqual([
    ['captions', 0],
    ['transcript-file', 0],
  ]);
});

test('with several segments, only the texts that run at the same time lie over it', () => {
  const first = recordingFile({ endTime: '2026-11-20T13:30:00.000Z' });
  const second = recordingFile({ id: 'second', startTime: '2026-11-20T13:40:00.000Z' });
  const text = { ...transcript, endTime: null };
  const later = { ...text, id: 'later', startTime: '2026-11-20T13:40:00.000Z' };
  const files = [first, second, text, later];
  expect(find(first, files)).toEqual([['transcript-file', 0]]);
  expect(find(second, files)).toEqual([['later', 0]]);
});

test('over a picture that begins later, the text is moved', () => {
  const screen = recordingFile({
    id: 'screen',
    recordingType: 'shared_screen',
    startTime: '2026-11-20T13:07:00.000Z',
  });
  expect(find(screen, [gallery, screen, transcript])).toEqual([['transcript-file', -120]]);
});

test('what is no WebVTT, not ready or in the trash is no caption', () => {
  const others = [
    { ...transcript, id: 'a', extension: 'TXT' },
    { ...transcript, id: 'b', extension: null },
    { ...transcript, id: 'c', state: 'processing' as const },
    { ...transcript, id: 'd', trashedAt: '2026-11-21T09:00:00.000Z' },
  ];
  expect(find(gallery, [gallery, ...others])).toEqual([]);
});
