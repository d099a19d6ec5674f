import { hash } from 'node:crypto';
import { anyOf } from './json-values.ts';
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
    digests.set(draft.zoomId, hash('sha256', words, 'base64url').slice(0, 11));
  }
  return digests;
}

/** The sessions that were told just so before: their rids by their ids of Zoom. */
export async function findUnchanged(
  db: Db,
  digests: ReadonlyMap<string, string>,
): Promise<Map<string, number>> {
  if (digests.size === 0) return new Map();
  const rows = await db
    .selectFrom('sessions')
    .select(['rid', 'zoom_id', 'told'])
    .where('zoom_id', 'in', anyOf([...digests.keys()]))
    .where('live_seq', 'is not', null)
    .execute();
  const same = rows.filter((row) => row.told !== null && row.told === digests.get(row.zoom_id));
  return new Map(same.map((row) => [row.zoom_id, row.rid]));
}

/** What is kept of these words: nothing when a file has another id than Zoom's, because then the rows are needed. */
export function toldOf(session: StoredSession, digest: string | undefined): string | null {
  const isPlain = session.files.every((file) => file.zoomId === file.id);
  return digest !== undefined && isPlain ? digest : null;
}
