import { type CatalogFileState, FILE_STATES, fileState } from './file-state.ts';
import { monthOfPosition } from './position.ts';
import { type CatalogFileKind, type CatalogTotals, FILE_KINDS } from './rows.ts';
import { normaliseSearch } from './search-text.ts';
import { IN_LIVE, IN_PARTS, type StoredFile, type StoredSession, stateOf } from './stored-session.ts';

/** The files that a session's own list counts: the live ones, or all when it is in the trash as a whole. */
function countedFiles(session: StoredSession): StoredFile[] {
  if (stateOf(session) === 'trashed') return session.files;
  return session.files.filter((file) => (file.lists & IN_LIVE) !== 0);
}

function trashedParts(session: StoredSession): StoredFile[] {
  return session.files.filter((file) => (file.lists & IN_PARTS) !== 0);
}

/** Of sessions as they are written: their row and the kept sums both ask. */
const known = new WeakMap<StoredSession, ReturnType<typeof addUp>>();

/** What a session's row repeats of its files, so that lists and totals need not read them. */
export function sumsOf(session: StoredSession) {
  const sums = known.get(session) ?? addUp(session);
  known.set(session, sums);
  return sums;
}

function addUp(session: StoredSession) {
  const counted = countedFiles(session);
  const parts = trashedParts(session);
  const trashedTimes = parts.flatMap((file) => (file.trashedMs === null ? [] : [file.trashedMs]));
  return {
    files: counted.length,
    bytes: bytesOf(counted),
    kinds: kindsOf(counted),
    states: statesOf(counted),
    parts_files: parts.length,
    parts_bytes: bytesOf(parts),
    parts_kinds: kindsOf(parts),
    parts_states: statesOf(parts),
    parts_trashed_ms: trashedTimes.length === 0 ? null : Math.min(...trashedTimes),
    people: peopleOf(session.files),
  };
}

/** The bit set of these kinds. */
export function kindBits(kinds: readonly CatalogFileKind[]): number {
  return kinds.reduce((bits, kind) => bits | (1 << FILE_KINDS.indexOf(kind)), 0);
}

/** The bit set of these states. */
export function stateBits(states: readonly CatalogFileState[]): number {
  return states.reduce((bits, state) => bits | (1 << FILE_STATES.indexOf(state)), 0);
}

/** Of the files that are a participant's own; others name nobody. */
function peopleOf(files: readonly StoredFile[]): string {
  const people = files.flatMap(({ source, participantName, userKey }) =>
    source === 'recording' ? [] : [participantName, userKey],
  );
  const known = people.filter((person) => person !== null).map(normaliseSearch);
  return [...new Set(known)].join('\n');
}

function statesOf(files: readonly StoredFile[]): number {
  return stateBits(files.map(fileState));
}

function kindsOf(files: readonly StoredFile[]): number {
  return kindBits(files.map((file) => file.kind));
}

function bytesOf(files: readonly StoredFile[]): number {
  return files.reduce((sum, file) => sum + (file.sizeBytes ?? 0), 0);
}

/** What a session adds to each row of `totals`; nothing for one that is not there. */
export function contributionsOf(session: StoredSession | null): Map<string, CatalogTotals> {
  const contributions = new Map<string, CatalogTotals>();
  if (!session) return contributions;
  const sums = sumsOf(session);
  const minutes = session.durationMinutes ?? 0;
  const state = stateOf(session);
  const own = { sessions: 1, files: sums.files, bytes: sums.bytes, minutes };
  if (state === 'live') contributions.set(monthOfPosition(session.positionMs), own);
  if (state === 'trashed') contributions.set('trashed-sessions', own);
  if (session.partsSeq !== null) {
    contributions.set('trashed-files', {
      sessions: 1,
      files: sums.parts_files,
      bytes: sums.parts_bytes,
      minutes,
    });
  }
  return contributions;
}
