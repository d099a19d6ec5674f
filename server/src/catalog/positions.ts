import { sql } from 'kysely';
import type { Durably } from './durably.ts';
import type { Db } from './schema.ts';

/** Where somebody left off: the second of the session's clock, and the view that was shown. */
export interface PositionRecord {
  seconds: number;
  view: string | null;
}

/** The position in the session with this id of Zoom; undefined when nobody left any. */
export async function loadPosition(db: Db, zoomId: string): Promise<PositionRecord | undefined> {
  const found = sql<PositionRecord>`SELECT seconds, view FROM positions WHERE zoom_id = ${zoomId}`;
  return (await found.execute(db)).rows[0];
}

/** Keeps a position in place of the one before; it is on the disk when this resolves. */
export async function savePosition(
  durably: Durably,
  { zoomId, position, nowMs }: { zoomId: string; position: PositionRecord; nowMs: number },
): Promise<void> {
  const { seconds, view } = position;
  await durably((db) =>
    sql`INSERT OR REPLACE INTO positions VALUES (${zoomId}, ${seconds}, ${view}, ${nowMs})`.execute(db),
  );
}
