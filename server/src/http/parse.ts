import type { Request } from 'express';
import type { z } from 'zod';
import type { FieldError } from '../contract/index.ts';
import { InvalidRequest } from './errors.ts';
import { wordIssue } from './wording.ts';

/**
 * The query of a request as the schema understands it. Unknown names, wrong types and names given twice are
 * InvalidRequest with a JSON pointer each.
 */
export function parseQuery<Schema extends z.ZodType>(schema: Schema, request: Request): z.output<Schema> {
  const start = request.originalUrl.indexOf('?');
  const given = new URLSearchParams(start < 0 ? '' : request.originalUrl.slice(start + 1));
  const names = [...given.keys()];
  const repeated = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  if (repeated.length > 0) {
    throw new InvalidRequest(
      repeated.map((name) => ({ pointer: toPointer([name]), detail: 'is given twice' })),
    );
  }
  return parse(schema, Object.fromEntries(given));
}

/** The JSON body of a request as the schema understands it; InvalidRequest otherwise. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, request: Request): z.output<Schema> {
  return parse(schema, request.body ?? {});
}

/** One value of the path as the schema understands it; InvalidRequest otherwise. */
function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: wordIssue });
  if (parsed.success) return parsed.data;
  throw new InvalidRequest(parsed.error.issues.flatMap(toFieldErrors));
}

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: toPointer([...issue.path, key]),
      detail: 'is not a known name',
    }));
  }
  if (issue.code === 'invalid_union') return closest(issue.errors).flatMap(toFieldErrors);
  return [{ pointer: toPointer(issue.path), detail: issue.message }];
}

/** Of the alternatives of a union, the one that was missed by the least. */
function closest(alternatives: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] {
  return [...alternatives].sort((one, other) => one.length - other.length)[0] ?? [];
}

/** RFC 6901. Names come from the request: they are cut so that an answer stays small. */
function toPointer(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
