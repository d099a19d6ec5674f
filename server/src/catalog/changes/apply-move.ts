import { loadByZoomIds } from '../load-sessions.ts';
import { monthOfPosition, positionOfRid } from '../position.ts';
import type { Db } from '../schema.ts';
import { nextSequence } from '../sequence.ts';
import { markDue } from '../windows.ts';
import { writeChanges } from '../write-sessions.ts';
import { moveSession } from './move-session.ts';
import type { Move } from './records.ts';

/**
 * Puts a recording where Zoom has just moved it, within the caller's transaction. A month that something came back to is
 * due to be read again: the trash may have known less of it.
 */
export async function applyMove(db: Db, move: Move): Promise<void> {
  const [before] = await loadByZoomIds(db, [move.zoomId]);
  if (!before) return;
  const after = moveSession(before, move, await nextSequence(db));
  await writeChanges(db, [{ before, after }]);
  if (move.to === 'live') await markDue(db, [monthOfPosition(before.positionMs)]);
}

/** Has the month of a session read again at the next look, when the session is known. */
export async function markSessionDue(db: Db, zoomId: string): Promise<void> {
  const row = await db.selectFrom('sessions').select('rid').where('zoom_id', '=', zoomId).executeTakeFirst();
  if (row) await markDue(db, [monthOfPosition(positionOfRid(row.rid))]);
}
