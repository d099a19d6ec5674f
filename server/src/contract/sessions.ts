import { z } from 'zod';
import { FileKind, Session } from './session.ts';
import { TrashType, Window } from './window.ts';

/** A UTC calendar month, `2026-11`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month like 2026-11');
export type Month = z.infer<typeof Month>;

const SortField = z.enum(['start', 'size', 'duration', 'name', 'purge']);

/** `[-]start|size|duration|name|purge`: a leading `-` is descending. */
export const SessionSort = z.templateLiteral([z.enum(['', '-']), SortField]);
export type SessionSort = z.infer<typeof SessionSort>;

export const maxListLimit = 300;
export const maxSearchLength = 5000;

/** A comma list of file kinds, `video,transcript`; unknown words are refused. */
const FileKindList = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(FileKind).min(1));

/**
 * Query of `GET /api/sessions`. `from` and `to` are inclusive UTC dates of any distance; `month` stands for both;
 * without any, the current UTC month. With `trash` that trash is listed and dates, where given, narrow it by session start.
 */
export const SessionsQuery = z
  .strictObject({
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    month: Month.optional(),
    trash: TrashType.optional(),
    q: z.string().max(maxSearchLength).optional(),
    kind: FileKindList.optional(),
    sort: SessionSort.optional(),
    limit: z.coerce.number().int().min(1).max(maxListLimit).default(50),
    cursor: z.string().max(2000).optional(),
  })
  .refine((query) => !(query.month && (query.from || query.to)), {
    path: ['month'],
    error: 'give either month, or from and to',
  })
  .refine((query) => Boolean(query.from) === Boolean(query.to), {
    path: ['to'],
    error: 'from and to belong together',
  })
  .refine((query) => !query.from || !query.to || query.from <= query.to, {
    path: ['from'],
    error: 'must not be after to',
  });
export type SessionsQuery = z.infer<typeof SessionsQuery>;

/** Exact totals of the whole filtered list, not of the page. */
export const Totals = z.strictObject({
  sessions: z.int().nonnegative(),
  files: z.int().nonnegative(),
  bytes: z.number().nonnegative(),
  minutes: z.number().nonnegative(),
});
export type Totals = z.infer<typeof Totals>;

/** Answer of `GET /api/sessions`. `nextCursor` is ours, never expires, and is `null` at the end. */
export const SessionsPage = z.strictObject({
  sessions: z.array(Session),
  nextCursor: z.string().nullable(),
  totals: Totals,
  windows: z.array(Window),
});
export type SessionsPage = z.infer<typeof SessionsPage>;
