import type { FileKind } from '../contract/index.ts';

/** Of recording types (zoom-api.md 2.8), lower case, without the `(cc)` that a view may carry. */
const BY_RECORDING_TYPE: Readonly<Record<string, FileKind>> = {
  shared_screen_with_speaker_view: 'video',
  shared_screen_with_gallery_view: 'video',
  speaker_view: 'video',
  gallery_view: 'video',
  shared_screen: 'video',
  active_speaker: 'video',
  host_video: 'video',
  individual_user: 'video',
  individual_shared_screen: 'video',
  sign_interpretation: 'video',
  production_studio: 'video',
  audio_only: 'audio',
  audio_only_each_participant: 'audio',
  audio_interpretation: 'audio',
  audio_transcript: 'transcript',
  cc_transcript: 'captions',
  closed_caption: 'captions',
  chat_file: 'chat',
  chat_message: 'chat',
  timeline: 'timeline',
  summary: 'summary',
  summary_next_steps: 'summary',
  summary_smart_chapters: 'summary',
  poll: 'poll',
  thumbnail: 'image',
};

const BY_FILE_TYPE: Readonly<Record<string, FileKind>> = {
  mp4: 'video',
  m4a: 'audio',
  timeline: 'timeline',
  transcript: 'transcript',
  chat: 'chat',
  chat_message: 'chat',
  cc: 'captions',
  csv: 'poll',
  summary: 'summary',
};

const BY_EXTENSION: Readonly<Record<string, FileKind>> = {
  mp4: 'video',
  m4a: 'audio',
  vtt: 'captions',
  csv: 'poll',
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
};

/** What tells a file's kind, in Zoom's words. */
export interface KindClues {
  isParticipantAudio: boolean;
  recordingType: string | null;
  fileType: string | null;
  extension: string | null;
}

/**
 * What a file is to a person. The recording type says it best; participant audio has none and may be typed as MP4
 * (zoom-api.md 2.7), so where it was listed decides.
 */
export function fileKind({ isParticipantAudio, recordingType, fileType, extension }: KindClues): FileKind {
  if (isParticipantAudio) return 'audio';
  return (
    lookUp(BY_RECORDING_TYPE, plainRecordingType(recordingType)) ??
    lookUp(BY_FILE_TYPE, fileType) ??
    lookUp(BY_EXTENSION, extension) ??
    'other'
  );
}

/** A recording type in lower case, without the `(CC)` of a view with captions burned in. */
export function plainRecordingType(recordingType: string | null): string | null {
  return recordingType?.toLowerCase().replace(/\(cc\)$/, '') ?? null;
}

function lookUp(table: Readonly<Record<string, FileKind>>, word: string | null): FileKind | undefined {
  const key = word?.toLowerCase();
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
