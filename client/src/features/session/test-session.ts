import type { RecordingFile, Session } from '@matinee/server/contract';

const startTime = '2026-11-20T13:05:00.000Z';
const endTime = '2026-11-20T14:13:00.000Z';

/** A ready gallery view; say what is different. */
export function recordingFile(differences: Partial<RecordingFile> = {}): RecordingFile {
  return {
    id: 'gallery-file',
    sessionId: 'c2Vzc2lvbg',
    kind: 'video',
    recordingType: 'gallery_view',
    fileType: 'MP4',
    extension: 'MP4',
    label: 'Gallery view',
    startTime,
    endTime,
    sizeBytes: 1_600_000_000,
    state: 'ready',
    participant: null,
    trashedAt: null,
    purgeAt: null,
    ...differences,
  };
}

/** A live session of 68 minutes; its counts follow from its files. */
export function session(differences: Partial<Session> = {}): Session {
  const files = differences.files ?? [recordingFile()];
  return {
    id: 'c2Vzc2lvbg',
    zoomId: 'session/+==',
    name: 'Design review',
    key: 'orchid-0412',
    startTime,
    durationMinutes: 68,
    sizeBytes: files.reduce((sum, file) => sum + (file.sizeBytes ?? 0), 0),
    fileCount: files.length,
    reported: { sizeBytes: 2_800_000_000, fileCount: files.length },
    state: 'live',
    trashedAt: null,
    purgeAt: null,
    files,
    ...differences,
  };
}

export const gallery = recordingFile();
export const speaker = recordingFile({
  id: 'speaker-file',
  recordingType: 'speaker_view',
  label: 'Speaker view',
});
export const screen = recordingFile({
  id: 'screen-file',
  recordingType: 'shared_screen',
  label: 'Screen share',
});
export const audio = recordingFile({
  id: 'audio-file',
  kind: 'audio',
  recordingType: 'audio_only',
  label: 'Audio only',
  extension: 'M4A',
});
export const transcript = recordingFile({
  id: 'transcript-file',
  kind: 'transcript',
  recordingType: 'audio_transcript',
  label: 'Transcript',
  extension: 'VTT',
  sizeBytes: 48_000,
});
