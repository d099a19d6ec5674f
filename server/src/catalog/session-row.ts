import type { SessionState } from './rows.ts';
import type { SessionRow } from './schema.ts';
import { sumsOf } from './session-sums.ts';
import { type StoredSession, stateOf } from './stored-session.ts';

/** The row of a session, with what it repeats of its files. */
export function toSessionRow(session: StoredSession): SessionRow {
  return {
    rid: session.rid,
    zoom_id: session.zoomId,
    name: session.name,
    key: session.key,
    start_ms: session.startMs,
    duration_minutes: session.durationMinutes,
    reported_bytes: session.reportedBytes,
    reported_files: session.reportedFiles,
    state: stateNumber(stateOf(session)),
    live_seq: session.liveSeq,
    trashed_seq: session.trashedSeq,
    parts_seq: session.partsSeq,
    trashed_ms: session.trashedMs,
    read_ms: session.readMs,
    told: session.told,
    search: session.search,
    ...sumsOf(session),
  };
}

/** The numbers of `sessions.state`. */
function stateNumber(state: SessionState): number {
  return state === 'live' ? 0 : state === 'trashed' ? 1 : 2;
}
