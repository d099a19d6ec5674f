import { anyOf } from './json-values.ts';
import { firstRidAt, positionOfRid, preferredRid } from './position.ts';
import type { SessionDraft } from './rows.ts';
import type { Db } from './schema.ts';
import type { StoredSession } from './stored-session.ts';

/** How far outside the asked dates a start may lie and still be taken for an edge case of that window. */
const EDGE_MS = 24 * 3_600_000;

/** Milliseconds, both inclusive. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/**
 * Where lists place a session: at its start; without one at its first file's; else at the beginning of the window that
 * listed it. A start just outside that window is moved to its edge, so that the window holds what Zoom lists in it.
 */
export function positionFor(
  known: StoredSession | null,
  { draft, span }: { draft: SessionDraft; span: Span | null },
): number {
  const startMs = draft.startMs ?? known?.startMs ?? null;
  if (known && startMs === known.startMs && isWithin(known.positionMs, span)) return known.positionMs;
  const guess = startMs ?? firstFileMs(draft);
  if (!span) return representable(guess ?? known?.positionMs ?? 0);
  if (guess === null) return span.fromMs;
  const isNear = guess >= span.fromMs - EDGE_MS && guess <= span.toMs + EDGE_MS;
  return isNear || startMs === null
    ? Math.min(Math.max(guess, span.fromMs), span.toMs)
    : representable(guess);
}

/** Positions end where rids end. */
function representable(positionMs: number): number {
  return positionOfRid(firstRidAt(positionMs));
}

function isWithin(positionMs: number, span: Span | null): boolean {
  return !span || (positionMs >= span.fromMs && positionMs <= span.toMs);
}

function firstFileMs(draft: SessionDraft): number | null {
  const starts = draft.files.flatMap((file) => (file.startMs === null ? [] : [file.startMs]));
  return starts.length === 0 ? null : Math.min(...starts);
}

/** Gives every session that needs one a free rid as near to its preferred one as there is. */
export async function assignRids(db: Db, sessions: readonly StoredSession[]): Promise<Map<string, number>> {
  const assigned = new Map<string, number>();
  const used = new Set<number>();
  let waiting = sessions.map(({ zoomId, positionMs }) => ({ zoomId, rid: preferredRid(positionMs, zoomId) }));
  while (waiting.length > 0) {
    const taken = await takenRids(
      db,
      waiting.map(({ rid }) => rid),
    );
    const refused: typeof waiting = [];
    for (const { zoomId, rid } of waiting) {
      if (taken.has(rid) || used.has(rid)) refused.push({ zoomId, rid: rid + 1 });
      else {
        used.add(rid);
        assigned.set(zoomId, rid);
      }
    }
    waiting = refused;
  }
  return assigned;
}

async function takenRids(db: Db, rids: readonly number[]): Promise<Set<number>> {
  const rows = await db.selectFrom('sessions').select('rid').where('rid', 'in', anyOf(rids)).execute();
  return new Set(rows.map(({ rid }) => rid));
}
