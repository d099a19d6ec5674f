import { z } from 'zod';

/** ISO-8601 in UTC, e.g. `2026-03-04T14:05:11.000Z`. */
export const Timestamp = z.iso.datetime();

/** What a file is to a person, derived from Zoom's `recording_type`, `file_type` and `file_extension`. */
export const FileKind = z.enum([
  'video',
  'audio',
  'transcript',
  'captions',
  'chat',
  'timeline',
  'summary',
  'poll',
  'image',
  'other',
]);
export type FileKind = z.infer<typeof FileKind>;

/** `processing`: Zoom is still at it. `unavailable`: listed, but Zoom holds no bytes for us (e.g. stored in the owner's bucket). */
export const FileState = z.enum(['ready', 'processing', 'unavailable']);
export type FileState = z.infer<typeof FileState>;

/** Whose single recording a file is; `null` on files of the whole session. */
export const Participant = z.strictObject({
  name: z.string().nullable(),
  userId: z.string().nullable(),
  userKey: z.string().nullable(),
});
export type Participant = z.infer<typeof Participant>;

/**
 * One recording file. Absent upstream values are `null`, never guessed. `recordingType`, `fileType` and
 * `extension` are Zoom's words and may be any string; `label` is readable whatever they are.
 */
export const RecordingFile = z.strictObject({
  id: z.string(),
  sessionId: z.string(),
  kind: FileKind,
  recordingType: z.string().nullable(),
  fileType: z.string().nullable(),
  extension: z.string().nullable(),
  label: z.string(),
  startTime: Timestamp.nullable(),
  endTime: Timestamp.nullable(),
  sizeBytes: z.number().nonnegative().nullable(),
  state: FileState,
  participant: Participant.nullable(),
  trashedAt: Timestamp.nullable(),
  purgeAt: Timestamp.nullable(),
});
export type RecordingFile = z.infer<typeof RecordingFile>;

/**
 * One session with its recording files. `id` is `zoomId` in base64url (Zoom's ids hold `/ + =`).
 * `sizeBytes` and `fileCount` are counted by us; `reported` is what Zoom says, which may differ (zoom-api.md 2.7).
 * `purgeAt` is `trashedAt` + 30 days; both are `null` unless the whole session is in the trash.
 */
export const Session = z.strictObject({
  id: z.string(),
  zoomId: z.string(),
  name: z.string().nullable(),
  key: z.string().nullable(),
  startTime: Timestamp.nullable(),
  durationMinutes: z.number().nonnegative().nullable(),
  sizeBytes: z.number().nonnegative(),
  fileCount: z.int().nonnegative(),
  reported: z.strictObject({
    sizeBytes: z.number().nonnegative().nullable(),
    fileCount: z.int().nonnegative().nullable(),
  }),
  state: z.enum(['live', 'trashed']),
  trashedAt: Timestamp.nullable(),
  purgeAt: Timestamp.nullable(),
  files: z.array(RecordingFile),
});
export type Session = z.infer<typeof Session>;
