import { z } from 'zod';
import { queryNumber } from './query-number.ts';
import { FileKind, FileState, Session } from './session.ts';
import { TrashType, Window } from './window.ts';

/** A UTC calendar month, `2026-11`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month like 2026-11');
export type Month = z.infer<typeof Month>;

const SortField = z.enum(['start', 'size', 'duration', 'name', 'files', 'purge']);

/** `[-]start|size|duration|name|files|purge`: a leading `-` is descending. */
export const SessionSort = z.templateLiteral([z.enum(['', '-']), SortField], {
  error: `must be one of ${SortField.options.join(', ')}, with or without a - before it`,
});
export type SessionSort = z.infer<typeof SessionSort>;

export const maxListLimit = 300;
export const maxSearchLength = 5000;

/** A comma list of file kinds, `video,transcript`; unknown words are refused. */
const FileKindList = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(FileKind).min(1));

/** A comma list of file states, `processing,unavailable`; unknown words are refused. */
const FileStateList = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(FileState).min(1));

const count = queryNumber({ min: 0, max: Number.MAX_SAFE_INTEGER });

/**
 * What narrows a list of sessions, alike in lists and exports. `from` and `to` are inclusive UTC dates of any distance;
 * `month` stands for both. `q`: every word is a part of the name, the key, or a participant's name or key; a single word of
 * 4 to 64 characters may also be a part of Zoom’s id; case never counts. `kind`, `state`: the session has a file of one of them. `participant`: part of a participant's name or key. Bounds are inclusive: bytes, minutes.
 */
const filterFields = {
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  month: Month.optional(),
  trash: TrashType.optional(),
  q: z.string().max(maxSearchLength).optional(),
  kind: FileKindList.optional(),
  state: FileStateList.optional(),
  participant: z.string().max(maxSearchLength).optional(),
  minBytes: count.optional(),
  maxBytes: count.optional(),
  minMinutes: count.optional(),
  maxMinutes: count.optional(),
  sort: SessionSort.optional(),
};

type Dates = { from?: string | undefined; to?: string | undefined; month?: string | undefined };

/** The rules of dates that belong together, for every query that has them. */
function withDateRules<T extends z.ZodType<Dates>>(query: T): T {
  return query
    .refine((dates) => !(dates.month && (dates.from || dates.to)), {
      path: ['month'],
      error: 'give either month, or from and to',
    })
    .refine((dates) => Boolean(dates.from) === Boolean(dates.to), {
      path: ['to'],
      error: 'from and to belong together',
    })
    .refine((dates) => !dates.from || !dates.to || dates.from <= dates.to, {
      path: ['from'],
      error: 'must not be after to',
    });
}

/**
 * Query of `GET /api/sessions`. Without dates: the current UTC month; with `trash` that trash is listed, and dates, where
 * given, narrow it by session start.
 */
export const SessionsQuery = withDateRules(
  z.strictObject({
    ...filterFields,
    limit: queryNumber({ min: 1, max: maxListLimit }).default(50),
    cursor: z.string().max(2000).optional(),
  }),
);
export type SessionsQuery = z.infer<typeof SessionsQuery>;

/**
 * Query of `GET /api/export`: the sessions a list with these filters would show, or those of a `selection`
 * (see `POST /api/selections`), as one file. `rows`: one line for each session, or for each of its files. `raw=1` leaves
 * out the guard that keeps spreadsheets from evaluating cells.
 */
export const ExportQuery = withDateRules(
  z.strictObject({
    ...filterFields,
    format: z.enum(['csv', 'json']),
    rows: z.enum(['sessions', 'files']).default('sessions'),
    selection: z.string().max(100).optional(),
    raw: z.literal('1').optional(),
  }),
);
export type ExportQuery = z.infer<typeof ExportQuery>;

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
