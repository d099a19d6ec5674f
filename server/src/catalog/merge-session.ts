import { stableFileId, usableZoomFileId } from './file-identity.ts';
import type { FileDraft, ListName, SessionDraft } from './rows.ts';
import { IN_LIVE, IN_PARTS, IN_TRASHED, type StoredFile, type StoredSession } from './stored-session.ts';

/** What an answer of Zoom is worth: which list it was, and in what order it came. */
export interface Evidence {
  list: ListName;
  /** The single-session call: the only one that knows participant audio (zoom-api.md 2.6). */
  isSingle: boolean;
  seq: number;
  nowMs: number;
  /** True when a file of another session bears this id already. */
  isTaken: (fileId: string) => boolean;
}

/** A session after Zoom told of it. The newest evidence decides where it is; `rid` is still that of `known`, or 0. */
export function mergeSession(
  known: StoredSession | null,
  { draft, positionMs, evidence }: { draft: SessionDraft; positionMs: number; evidence: Evidence },
): StoredSession {
  const files = mergeFiles(known, draft, evidence);
  return {
    rid: known?.rid ?? 0,
    positionMs,
    zoomId: draft.zoomId,
    name: draft.name ?? known?.name ?? null,
    key: draft.key ?? known?.key ?? null,
    startMs: draft.startMs ?? known?.startMs ?? null,
    durationMinutes: draft.durationMinutes ?? known?.durationMinutes ?? null,
    reportedBytes: draft.reportedBytes ?? known?.reportedBytes ?? null,
    reportedFiles: draft.reportedFiles ?? known?.reportedFiles ?? null,
    search: draft.search || (known?.search ?? ''),
    ...membership(known, evidence),
    trashedMs: evidence.list === 'trashed-sessions' ? latestTrashing(files) : null,
    told: null,
    readMs: evidence.isSingle ? evidence.nowMs : (known?.readMs ?? null),
    files,
  };
}

function membership(known: StoredSession | null, { list, seq }: Evidence) {
  const { liveSeq = null, trashedSeq = null, partsSeq = null } = known ?? {};
  if (list === 'live') return { liveSeq: seq, trashedSeq: null, partsSeq };
  if (list === 'trashed-sessions') return { liveSeq: null, trashedSeq: seq, partsSeq };
  return { liveSeq, trashedSeq, partsSeq: seq };
}

function latestTrashing(files: readonly StoredFile[]): number | null {
  const times = files.flatMap((file) => (file.trashedMs === null ? [] : [file.trashedMs]));
  return times.length === 0 ? null : Math.max(...times);
}

function mergeFiles(known: StoredSession | null, draft: SessionDraft, evidence: Evidence): StoredFile[] {
  const merged = new Map((known?.files ?? []).map((file) => [matchKey(draft.zoomId, file), file]));
  const listed = new Set<string>();
  for (const file of draft.files) {
    const key = matchKey(draft.zoomId, file);
    if (listed.has(key)) continue; // Zoom lists one object twice at times (2.7)
    listed.add(key);
    merged.set(key, mergeFile(merged.get(key), { file, zoomSessionId: draft.zoomId, evidence }));
  }
  if (isShort(draft)) return [...merged.values()];
  return [...merged].flatMap(([key, file]) => (listed.has(key) ? [file] : unlisted(file, evidence)));
}

/** What makes two objects the same file of one session: Zoom's id, else all that tells it from others. */
export function matchKey(zoomSessionId: string, file: FileDraft): string {
  return file.zoomId ?? stableFileId(zoomSessionId, file);
}

/**
 * An answer that names fewer files than it counts, or none at all, proves the absence of nothing: broken rows look
 * like this (zoom-api.md 2.6, 2.7). A count above the list is what Zoom gives when it left files out.
 */
function isShort(draft: SessionDraft): boolean {
  if (draft.files.length === 0) return draft.reportedFiles !== 0;
  return draft.reportedFiles !== null && draft.files.length < draft.reportedFiles;
}

function mergeFile(
  known: StoredFile | undefined,
  { file, zoomSessionId, evidence }: { file: FileDraft; zoomSessionId: string; evidence: Evidence },
): StoredFile {
  const id = known?.id ?? newFileId(file, zoomSessionId, evidence);
  if (evidence.list === 'live') return { ...file, trashedMs: null, id, lists: IN_LIVE };
  const lists = evidence.list === 'trashed-files' ? IN_PARTS : (known?.lists ?? 0) | IN_TRASHED;
  if (!known) return { ...file, id, lists };
  return { ...completed(file, known), id, lists };
}

/** Rows of the trash come with fields missing (zoom-api.md 2.2); what was known of the file still holds. */
function completed(file: FileDraft, known: StoredFile): FileDraft {
  return {
    ...file,
    kind: file.kind === 'other' ? known.kind : file.kind,
    recordingType: file.recordingType ?? known.recordingType,
    fileType: file.fileType ?? known.fileType,
    extension: file.extension ?? known.extension,
    status: file.status ?? known.status,
    startMs: file.startMs ?? known.startMs,
    endMs: file.endMs ?? known.endMs,
    sizeBytes: file.sizeBytes ?? known.sizeBytes,
    participantName: file.participantName ?? known.participantName,
    userId: file.userId ?? known.userId,
    userKey: file.userKey ?? known.userKey,
    trashedMs: file.trashedMs ?? known.trashedMs,
  };
}

function newFileId(file: FileDraft, zoomSessionId: string, { isTaken }: Evidence): string {
  const zooms = usableZoomFileId(file);
  return zooms !== null && !isTaken(zooms) ? zooms : stableFileId(zoomSessionId, file);
}

/** A file its session's answer did not list: gone from that list, and gone altogether when no other list shows it. */
function unlisted(file: StoredFile, { list, isSingle }: Evidence): StoredFile[] {
  if (list === 'trashed-sessions') return [file];
  if (list === 'trashed-files') return withoutLists(file, IN_PARTS);
  if (!isSingle && file.source === 'participant-audio') return [file];
  return withoutLists(file, IN_LIVE | IN_TRASHED);
}

/** The file with these lists taken off it; nothing when none is left. */
export function withoutLists(file: StoredFile, bits: number): StoredFile[] {
  const lists = file.lists & ~bits;
  return lists === 0 ? [] : [{ ...file, lists }];
}
