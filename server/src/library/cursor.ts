import { z } from 'zod';
import type { ListKey } from '../catalog/list-sessions.ts';
import { InvalidCursor } from './errors.ts';

const Cursor = z.strictObject({
  sort: z.string(),
  value: z.union([z.string(), z.number(), z.null()]),
  rid: z.int(),
});

/** Where a page of a list in this order ended, as opaque text. It names a place, not a snapshot, so it never expires. */
export function toCursor(sort: string, { value, rid }: ListKey): string {
  return Buffer.from(JSON.stringify({ sort, value, rid }), 'utf8').toString('base64url');
}

/**
 * The place that a cursor names.
 *
 * @throws InvalidCursor when it is damaged or of a list in another order.
 */
export function parseCursor(sort: string, cursor: string): ListKey {
  const parsed = Cursor.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success || parsed.data.sort !== sort) throw new InvalidCursor('The cursor is not of this list');
  return { value: parsed.data.value, rid: parsed.data.rid };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
