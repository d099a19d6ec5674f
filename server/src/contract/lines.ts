import { z } from 'zod';

const seconds = z.number().nonnegative();

/**
 * One cue of a transcript or of captions, or one message of a chat: what a person said or wrote, as text and never as
 * markup. `index` is its place in the file, `startSeconds` counts from the file's own start and is null where the file
 * does not say; messages have no end. `speaker` is null when the file names none.
 */
export const Line = z.strictObject({
  index: z.int().nonnegative(),
  startSeconds: seconds.nullable(),
  endSeconds: seconds.nullable(),
  speaker: z.string().nullable(),
  text: z.string(),
});
export type Line = z.infer<typeof Line>;

/** Side files that hold words. */
export const LinesKind = z.enum(['transcript', 'captions', 'chat']);
export type LinesKind = z.infer<typeof LinesKind>;

/** Answer of `GET /api/files/:id/lines` for a file of words; `unreadable` counts damaged lines, which are left out. */
export const TextLines = z.strictObject({
  fileId: z.string(),
  kind: LinesKind,
  lines: z.array(Line),
  unreadable: z.int().nonnegative(),
});
export type TextLines = z.infer<typeof TextLines>;

/**
 * Some people spoke from `startSeconds` to `endSeconds`, counted from the file's own start. The end is null for the last span
 * of a file whose length Zoom does not tell. Where nobody spoke there is no span.
 */
export const SpeakerSpan = z.strictObject({
  startSeconds: seconds,
  endSeconds: seconds.nullable(),
  speakers: z.array(z.strictObject({ name: z.string(), userId: z.string().nullable() })).min(1),
});
export type SpeakerSpan = z.infer<typeof SpeakerSpan>;

/** Answer of `GET /api/files/:id/lines` for a timeline: who spoke when, in order of time. */
export const TimelineSpans = z.strictObject({
  fileId: z.string(),
  kind: z.literal('timeline'),
  spans: z.array(SpeakerSpan),
  unreadable: z.int().nonnegative(),
});
export type TimelineSpans = z.infer<typeof TimelineSpans>;

/** Answer of `GET /api/files/:id/lines`. */
export const FileLines = z.discriminatedUnion('kind', [TextLines, TimelineSpans]);
export type FileLines = z.infer<typeof FileLines>;
