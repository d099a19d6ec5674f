import type { Durably } from './durably.ts';
import type { Db } from './schema.ts';

/** An event of Zoom's as it is kept: never its addresses or tokens. Times in epoch milliseconds. */
export interface WebhookEventRecord {
  /** Same event, same key, however often and in which body it is delivered. */
  key: string;
  name: string;
  zoomId: string;
  receivedMs: number;
}

/** Events that were dealt with are kept so long: Zoom repeats one for an hour and a half at most (zoom-api.md 5.4). */
const KEPT_MS = 7 * 24 * 3_600_000;

/** Where events wait until their session was read again. `writes` and `durably` share a connection. */
export function createWebhookInbox({ writes, reads, durably }: { writes: Db; reads: Db; durably: Durably }) {
  return {
    /** Keeps an event, on the disk before this resolves. False when it was there already. */
    keep: (record: WebhookEventRecord): Promise<boolean> =>
      durably(async (db) => {
        const { key, name, zoomId, receivedMs } = record;
        const result = await db
          .insertInto('webhook_events')
          .values({ key, name, zoom_id: zoomId, received_ms: receivedMs, done_ms: null })
          .onConflict((conflict) => conflict.column('key').doNothing())
          .executeTakeFirst();
        return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
      }),

    /** What nobody has dealt with yet, oldest first. */
    async waiting(): Promise<WebhookEventRecord[]> {
      const rows = await reads
        .selectFrom('webhook_events')
        .select(['key', 'name', 'zoom_id as zoomId', 'received_ms as receivedMs'])
        .where('done_ms', 'is', null)
        .orderBy('received_ms')
        .execute();
      return rows;
    },

    /** When the last event came, within the week that they are kept; null when none did. */
    async lastMs(): Promise<number | null> {
      const row = await reads
        .selectFrom('webhook_events')
        .select((expression) => expression.fn.max<number | null>('received_ms').as('last'))
        .executeTakeFirst();
      return row?.last ?? null;
    },

    /** Marks an event as dealt with, and forgets those that were a week ago. */
    async end(key: string, nowMs: number): Promise<void> {
      await writes.updateTable('webhook_events').set({ done_ms: nowMs }).where('key', '=', key).execute();
      await writes
        .deleteFrom('webhook_events')
        .where('done_ms', '<', nowMs - KEPT_MS)
        .execute();
    },
  };
}
