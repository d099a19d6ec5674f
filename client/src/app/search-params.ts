import * as z from 'zod/mini';
import { parseLength, parseSize } from '../lib/bounds.ts';
import { fileKinds, fileStates } from '../lib/file-kinds.ts';

const kindNames = new Set<string>(fileKinds.map(({ kind }) => kind));
const stateNames = new Set(fileStates);

/** As long as the server takes it. */
const maxSearchLength = 5000;
/** How many rows one link may hold open. */
export const maxOpenRows = 50;

/** A field whose nonsense becomes nothing, so that no link can break a page. */
const field = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined);

const text = z.string().check(z.maxLength(maxSearchLength));
const openRows = z.string().check(
  z.regex(/^[\w-]+(,[\w-]+)*$/),
  z.refine((list) => list.split(',').length <= maxOpenRows),
);
const kindList = z.string().check(z.refine((list) => list.split(',').every((kind) => kindNames.has(kind))));

const stateList = z
  .string()
  .check(z.refine((list) => list.split(',').every((state) => stateNames.has(state))));
const lengthRange = z.string().check(z.refine((range) => parseLength(range) !== undefined));
const sizeRange = z.string().check(z.refine((range) => parseSize(range) !== undefined));

/**
 * `month` is a UTC month or `all`; `type`, `state` and `open` are comma lists; `length` is a range of minutes (`30-`),
 * `size` one of bytes (`500MB-2GB`), `who` a part of a participant's name; `in` says that what was said and typed is shown.
 */
export const RecordingsSearch = z.object({
  month: field(z.string().check(z.regex(/^(20\d\d-(0[1-9]|1[0-2])|all)$/))),
  q: field(text),
  sort: field(
    z.enum(['start', '-start', 'size', '-size', 'duration', '-duration', 'name', '-name', 'files', '-files']),
  ),
  type: field(kindList),
  length: field(lengthRange),
  size: field(sizeRange),
  state: field(stateList),
  who: field(text),
  in: field(z.enum(['words'])),
  open: field(openRows),
});
export type RecordingsSearch = z.infer<typeof RecordingsSearch>;

/** `month` is the UTC month in which it was recorded. */
export const TrashSearch = z.object({
  kind: field(z.enum(['session_recordings', 'recording_file'])),
  month: field(z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/))),
  q: field(text),
  sort: field(z.enum(['purge', '-purge', 'size', '-size', 'name', '-name', 'start', '-start'])),
  open: field(openRows),
});
export type TrashSearch = z.infer<typeof TrashSearch>;

/**
 * `view` names a view or a file of the session, `t` is a second of its clock, or of the file that `of` names, `panel` what is beside it
 * (`captions` is the transcript's panel with the captions' lines), `tq` what is searched in there.
 */
export const SessionSearch = z.object({
  view: field(z.string().check(z.maxLength(300))),
  t: field(z.coerce.number().check(z.nonnegative(), z.maximum(1e7))),
  of: field(z.string().check(z.maxLength(300))),
  panel: field(z.enum(['transcript', 'captions', 'chat', 'timeline', 'files', 'info'])),
  tq: field(text),
});
export type SessionSearch = z.infer<typeof SessionSearch>;

/** `?a=1&b=x` → `{ a: '1', b: 'x' }`; a name said twice becomes a list, which no field takes. */
export function parseSearch(search: string): Record<string, string | string[]> {
  const names = new URLSearchParams(search);
  const entries = [...new Set(names.keys())].map((name) => {
    const values = names.getAll(name);
    return [name, values.length === 1 ? (values[0] ?? '') : values] as const;
  });
  return Object.fromEntries(entries);
}

/** The way back; what is undefined or empty is left out, and commas stay readable. */
export function stringifySearch(search: Record<string, unknown>): string {
  const named = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(named.map(([name, value]) => [name, String(value)])).toString();
  return text ? `?${text.replaceAll('%2C', ',')}` : '';
}

/** Whether some field of this address said something that its page does not understand. */
export function hasMisreadField({ pathname, search }: { pathname: string; search: string }): boolean {
  const schema = schemaOf(pathname);
  if (!schema) return false;
  const said = parseSearch(search);
  const understood: Record<string, unknown> = schema.parse(said);
  return Object.keys(schema.shape).some((name) => said[name] && understood[name] === undefined);
}

function schemaOf(pathname: string) {
  if (pathname.startsWith('/s/')) return SessionSearch;
  if (pathname === '/trash') return TrashSearch;
  if (pathname === '/recordings' || pathname === '/') return RecordingsSearch;
  return undefined;
}
