import type { LandedSession, Landing } from '../land-sessions.ts';
import type { ListName, SessionDraft } from '../rows.ts';
import type { Move } from './records.ts';

/** No answer of Zoom is older when it lands: a call may take 15 s, and a change may show a little late. */
const RECENT_MS = 20_000;

/**
 * What was moved a moment ago, in memory: an answer that was on its way meanwhile tells how it was before, and must not put
 * it back.
 */
export function createRecentMoves() {
  /** By session, then by file (or the whole), the last move of each; sessions in the order of their last moves. */
  const recent = new Map<string, { untilMs: number; moves: Map<string | null, Move> }>();

  function forget(nowMs: number): void {
    for (const [zoomId, { untilMs }] of recent) {
      if (untilMs > nowMs) return;
      recent.delete(zoomId);
    }
  }

  function isOutdated(draft: SessionDraft, list: ListName): boolean {
    const moves = recent.get(draft.zoomId)?.moves.values() ?? [];
    return [...moves].some((move) => contradicts(draft, { move, list }));
  }

  return {
    note(moves: readonly Move[]): void {
      for (const move of moves) {
        const known = recent.get(move.zoomId)?.moves ?? new Map<string | null, Move>();
        recent.delete(move.zoomId);
        recent.set(move.zoomId, { untilMs: move.atMs + RECENT_MS, moves: known.set(move.fileId, move) });
      }
    },
    /** Lands an answer less what it tells of sessions from before their last move. One entry per session as told. */
    async landCurrent(
      landing: Landing,
      land: (landing: Landing) => Promise<LandedSession[]>,
    ): Promise<LandedSession[]> {
      forget(landing.nowMs);
      const isCurrent = landing.sessions.map((draft) => !isOutdated(draft, landing.list));
      if (isCurrent.every(Boolean)) return land(landing);
      const sessions = landing.sessions.filter((_draft, index) => isCurrent[index]);
      const landed = (await land({ ...landing, sessions })).values();
      return landing.sessions.map((draft, index) => {
        const told = isCurrent[index] ? landed.next().value : undefined;
        return told ?? { zoomId: draft.zoomId, fileIds: draft.files.map(() => ''), isChanged: false };
      });
    },
  };
}

function contradicts(draft: SessionDraft, { move, list }: { move: Move; list: ListName }): boolean {
  if (move.fileId === null) {
    if (list === 'trashed-files') return false;
    return move.to !== (list === 'live' ? 'live' : 'trash');
  }
  if (list === 'trashed-sessions') return false;
  const isListed = draft.files.some(({ zoomId }) => zoomId === move.zoomFileId);
  return isListed !== (move.to === (list === 'live' ? 'live' : 'trash'));
}
