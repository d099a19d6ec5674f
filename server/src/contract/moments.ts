import { z } from 'zod';
import { LinesKind } from './lines.ts';
import { Timestamp } from './session.ts';
import { maxSearchLength } from './sessions.ts';

export const maxMomentsLimit = 100;

/**
 * Query of `GET /api/moments`: lines in which every word of `q` occurs, the last one also as the beginning of a word; words in
 * quotes stand together. Case and accents never count. `from`, `to`: inclusive UTC dates of the session's start.
 * `speaker`: part of the speaker's name.
 */
export const MomentsQuery = z
  .strictObject({
    q: z.string().max(maxSearchLength),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    speaker: z.string().max(maxSearchLength).optional(),
    limit: z.coerce.number().int().min(1).max(maxMomentsLimit).default(30),
    cursor: z.string().max(2000).optional(),
  })
  .refine((dates) => !dates.from || !dates.to || dates.from <= dates.to, {
    path: ['from'],
    error: 'must not be after to',
  });
export type MomentsQuery = z.infer<typeof MomentsQuery>;

/** Where a match lies in `text`: offsets in UTF-16 code units, as JavaScript counts; `end` is the first one behind it. */
export const Match = z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() });
export type Match = z.infer<typeof Match>;

/**
 * One line that was found. `sessionSeconds` is where it lies on the session's clock (0 is where its first recording begins),
 * `startSeconds` where in its file; both are null when the file tells no time. `before` and `after` are the texts of its
 * neighbours in the file.
 */
export const Moment = z.strictObject({
  session: z.strictObject({ id: z.string(), name: z.string().nullable(), startTime: Timestamp.nullable() }),
  fileId: z.string(),
  kind: LinesKind,
  lineIndex: z.int().nonnegative(),
  sessionSeconds: z.number().nullable(),
  startSeconds: z.number().nonnegative().nullable(),
  speaker: z.string().nullable(),
  text: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  matches: z.array(Match),
});
export type Moment = z.infer<typeof Moment>;

/**
 * How far the words of the library are read, also the data of the `moments` event. `off`: by the owner's setting. `paused`: Zoom's
 * limit or a failure holds it. `files` counts the side files that hold words, `indexed` those whose words can be found,
 * `failed` those that could not be read so far.
 */
export const Indexing = z.strictObject({
  state: z.enum(['off', 'reading', 'paused', 'done']),
  files: z.int().nonnegative(),
  indexed: z.int().nonnegative(),
  failed: z.int().nonnegative(),
});
export type Indexing = z.infer<typeof Indexing>;

/** Answer of `GET /api/moments`, the newest session first; `nextCursor` is ours, never expires, and is null at the end. */
export const MomentsPage = z.strictObject({
  moments: z.array(Moment),
  nextCursor: z.string().nullable(),
  indexing: Indexing,
});
export type MomentsPage = z.infer<typeof MomentsPage>;
