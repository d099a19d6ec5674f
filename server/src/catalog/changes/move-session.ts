import { withoutLists } from '../merge-session.ts';
import {
  IN_LIVE,
  IN_PARTS,
  IN_TRASHED,
  isMember,
  type StoredFile,
  type StoredSession,
} from '../stored-session.ts';
import type { Move } from './records.ts';

/**
 * A session after Zoom has moved it, or a file of it: what the next reading of both lists would tell. Null when it is
 * nowhere any more. What was not told word for word by a list has no digest (told-before.ts).
 */
export function moveSession(session: StoredSession, move: Move, seq: number): StoredSession | null {
  const moved = move.fileId === null ? moveWhole(session, move, seq) : moveFile(session, move, seq);
  return moved && isMember(moved) ? { ...moved, told: null } : null;
}

function moveWhole(session: StoredSession, { to, atMs }: Move, seq: number): StoredSession | null {
  if (to === 'gone') return null;
  if (to === 'trash') {
    const files = session.files.map((file) => throwAway(file, atMs));
    return { ...session, liveSeq: null, trashedSeq: seq, trashedMs: atMs, files };
  }
  const files = session.files.map(takeBack);
  return { ...session, liveSeq: seq, trashedSeq: null, trashedMs: null, readMs: null, files };
}

function throwAway(file: StoredFile, trashedMs: number): StoredFile {
  return file.lists & IN_LIVE ? { ...file, lists: file.lists | IN_TRASHED, trashedMs } : file;
}

/** A file that went to the trash by itself stays there when its session comes back. */
function takeBack(file: StoredFile): StoredFile {
  if ((file.lists & IN_TRASHED) === 0) return file;
  if (file.lists & IN_PARTS) return { ...file, lists: IN_PARTS };
  return { ...file, lists: IN_LIVE, trashedMs: null };
}

function moveFile(session: StoredSession, { fileId, to, atMs }: Move, seq: number): StoredSession {
  const files = session.files.flatMap((file) => (file.id === fileId ? moved(file, { to, atMs }) : [file]));
  const hasParts = files.some((file) => file.lists & IN_PARTS);
  const partsSeq = to === 'trash' ? seq : hasParts ? session.partsSeq : null;
  // A file comes back into a session that lives, whether or not its month was ever read.
  const isBack = to === 'live' && session.trashedSeq === null;
  return { ...session, files, partsSeq, ...(isBack ? { liveSeq: seq, readMs: null } : {}) };
}

function moved(file: StoredFile, { to, atMs }: Pick<Move, 'to' | 'atMs'>): StoredFile[] {
  if (to === 'live') return [{ ...file, lists: IN_LIVE, trashedMs: null }];
  if (to === 'trash') return [{ ...file, lists: IN_PARTS, trashedMs: atMs }];
  return withoutLists(file, IN_LIVE | IN_PARTS | IN_TRASHED);
}
