import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Span } from './place-sessions.ts';
import { firstRidAt, lastRidAt } from './position.ts';
import type { CatalogFileKind, ListName } from './rows.ts';
import type { CatalogSchema } from './schema.ts';
import { kindBits } from './session-sums.ts';

/** Which sessions a list is about. `search` is part of their normalised text; an empty one matches all. */
export interface SessionFilter {
  list: ListName;
  span: Span | null;
  search: string;
  kinds: readonly CatalogFileKind[];
}

export type SessionExpressions = ExpressionBuilder<CatalogSchema, 'sessions'>;

/** The condition a session of that list meets. */
export function matches(expression: SessionExpressions, filter: SessionFilter): Expression<SqlBool> {
  const conditions = [inList(expression, filter.list)];
  if (filter.span) {
    conditions.push(
      expression('rid', '>=', firstRidAt(filter.span.fromMs)),
      expression('rid', '<=', lastRidAt(filter.span.toMs)),
    );
  }
  // instr, not LIKE: every character of what people type means itself.
  if (filter.search !== '') conditions.push(sql<SqlBool>`instr(search, ${filter.search}) > 0`);
  if (filter.kinds.length > 0) {
    const column = sumColumns(filter.list).kinds;
    conditions.push(sql<SqlBool>`(${sql.ref(column)} & cast(${kindBits(filter.kinds)} as integer)) <> 0`);
  }
  return expression.and(conditions);
}

function inList(expression: SessionExpressions, list: ListName): Expression<SqlBool> {
  if (list === 'live') return expression('state', '=', 0);
  return list === 'trashed-sessions'
    ? expression('trashed_seq', 'is not', null)
    : expression('parts_seq', 'is not', null);
}

/** Where a list finds its sums: single trashed files have columns of their own. */
export function sumColumns(list: ListName) {
  return list === 'trashed-files'
    ? ({
        files: 'parts_files',
        bytes: 'parts_bytes',
        kinds: 'parts_kinds',
        trashed: 'parts_trashed_ms',
      } as const)
    : ({ files: 'files', bytes: 'bytes', kinds: 'kinds', trashed: 'trashed_ms' } as const);
}
