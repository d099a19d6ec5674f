import { z } from 'zod';
import type { LinePlace } from '../catalog/moments/moment-place.ts';
import { InvalidMomentsCursor } from './errors.ts';

const Cursor = z.strictObject({ ord: z.int().nonnegative(), line: z.int().nonnegative() });

/** Where a page of moments ended, as opaque text. It names a place in time, so it never expires. */
export function toCursor({ ord, line }: LinePlace): string {
  return Buffer.from(JSON.stringify({ ord, line })).toString('base64url');
}

/** The place that a cursor names. @throws InvalidMomentsCursor when it is none of ours. */
export function parseCursor(cursor: string): LinePlace {
  const parsed = Cursor.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) throw new InvalidMomentsCursor('the cursor is not of moments');
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
