import { createHash } from 'node:crypto';
import { chunks } from './load-sessions.ts';
import type { Span } from './place-sessions.ts';
import type { ListName, SessionDraft } from './rows.ts';
import type { Db } from './schema.ts';
import type { StoredSession } from './stored-session.ts';

/**
 * Most of what a pass reads it has read before. A month list's words about a session are kept as a digest; when they
 * come again and nothing else has told of the session meanwhile, its rows need not even be loaded.
 */
export function digestsOf(
  drafts: Iterable<SessionDraft>,
  landing: { list: ListName; isSingle: boolean; span: Span | null },
): Map<string, string> {
  const digests = new Map<string, string>();
  if (landing.list !== 'live' || landing.isSingle) return digests;
  for (const draft of drafts) {
    const words = JSON.stringify([landing.span, draft]);
    digests.set(draft.zoomId, createHash('sha256').update(words).digest('base64url').slice(0, 22));
  }
  return digests;
}

/** Marks the sessions that were told just so before as seen, and returns their ids of Zoom. */
export async function stampUnchanged(
  db: Db,
  { digests, seq }: { digests: ReadonlyMap<string, string>; seq: number },
): Promise<Set<string>> {
  const unchanged = new Set<string>();
  for (const chunk of chunks([...digests.keys()])) {
    const rows = await db
      .selectFrom('sessions')
      .select(['rid', 'zoom_id', 'told'])
      .where('zoom_id', 'in', chunk)
      .where('live_seq', 'is not', null)
      .execute();
    const same = rows.filter((row) => row.told !== null && row.told === digests.get(row.zoom_id));
    if (same.length === 0) continue;
    const rids = same.map(({ rid }) => rid);
    await db.updateTable('sessions').set({ live_seq: seq }).where('rid', 'in', rids).execute();
    for (const row of same) unchanged.add(row.zoom_id);
  }
  return unchanged;
}

/** What is kept of these words: nothing when a file has another id than Zoom's, because then the rows are needed. */
export function toldOf(session: StoredSession, digest: string | undefined): string | null {
  const isPlain = session.files.every((file) => file.zoomId === file.id);
  return digest !== undefined && isPlain ? digest : null;
}
