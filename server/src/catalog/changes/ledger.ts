import type { Durably } from '../durably.ts';
import type { Db } from '../schema.ts';
import { applyMove, markSessionDue } from './apply-move.ts';
import type { CallRecord, ItemRecord, Move, ResultRecord } from './records.ts';

/** An item whose call is about to leave. */
export interface Beginning {
  kind: 'begin';
  n: number;
  item: ItemRecord;
  call: CallRecord;
}

/** What became of an item: its new state, the result of its last call when there was one, and where the recording is now. */
export interface Settling {
  kind: 'settle';
  n: number;
  item: ItemRecord;
  result: { callId: number; record: ResultRecord } | null;
  move: Move | null;
}

/** What was written for an entry: for a beginning, the line of the audit log that it has opened. */
export interface Written {
  callId: number | null;
}

/**
 * Writes entries in order, all or none: the state of an item, its line in the audit log and the recording's place change
 * together or not at all. What begins is on the disk before it is answered. What has ended survives the process at once, and
 * reaches the disk with the next beginning: after a power cut it counts as sent, and is read back from Zoom.
 */
export function writeEntries(
  { writes, durably }: { writes: Db; durably: Durably },
  entries: readonly (Beginning | Settling)[],
): Promise<Written[]> {
  const write = (on: Db) =>
    on.transaction().execute(async (db) => {
      const written: Written[] = [];
      for (const entry of entries) {
        written.push(entry.kind === 'begin' ? await begin(db, entry) : await settle(db, entry));
      }
      return written;
    });
  return entries.some(({ kind }) => kind === 'begin') ? durably(write) : write(writes);
}

async function begin(db: Db, { n, item, call }: Beginning): Promise<Written> {
  const { id } = await db
    .insertInto('audit_calls')
    .values({
      at_ms: call.atMs,
      who: call.who,
      action: call.action,
      is_refused: 0,
      change_id: call.changeId,
      zoom_id: item.zoomId,
      file_id: item.fileId,
      name: item.name,
      label: item.label,
      before: call.before,
      detail: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await saveItem(db, { n, item: { ...item, state: 'sent', callId: id } });
  return { callId: id };
}

async function settle(db: Db, { n, item, result, move }: Settling): Promise<Written> {
  if (result) {
    const { atMs, trackingId, ...same } = result.record;
    const row = { call_id: result.callId, at_ms: atMs, tracking_id: trackingId, ...same };
    await db.insertInto('audit_results').values(row).execute();
  }
  await saveItem(db, { n, item });
  if (move) await applyMove(db, move);
  // Where Zoom did not do what it was asked for, the catalog may be wrong about the recording.
  else if (item.state === 'failed' || item.state === 'unknown') await markSessionDue(db, item.zoomId);
  return { callId: null };
}

async function saveItem(db: Db, { n, item }: { n: number; item: ItemRecord }): Promise<void> {
  await db
    .updateTable('change_items')
    .set({
      state: item.state,
      call_id: item.callId,
      problem: item.problem,
      changed_ms: item.changedMs,
      tracking_id: item.trackingId,
    })
    .where('change_n', '=', n)
    .where('i', '=', item.index)
    .execute();
}
