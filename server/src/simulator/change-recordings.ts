import { findSession, type SimulatedAccount, type SimulatedFile, type SimulatedSession } from './account.ts';
import { errorAnswer, noRecording, validationFailed } from './answers.ts';
import type { Answer, RequestRecord } from './exchange.ts';
import { bodyOf } from './file-content.ts';
import { isInTrash } from './present-session.ts';
import { decodeOnce } from './request-log.ts';
import { toZoomTime } from './utc-date.ts';
import type { WebhookEventName } from './webhook-body.ts';

/** What a call that changes recordings is about: a session, or one file of it. */
export interface ChangeCall {
  sessionId: string;
  fileId: string | null;
  verb: 'remove' | 'status';
}

const PATHS = [
  { method: 'DELETE', verb: 'remove', path: /^\/v2\/videosdk\/sessions\/(.+)\/recordings$/s },
  { method: 'PUT', verb: 'status', path: /^\/v2\/videosdk\/sessions\/(.+)\/recordings\/status$/s },
  { method: 'DELETE', verb: 'remove', path: /^\/v2\/videosdk\/sessions\/(.+)\/recordings\/([^/]+)$/s },
  { method: 'PUT', verb: 'status', path: /^\/v2\/videosdk\/sessions\/(.+)\/recordings\/([^/]+)\/status$/s },
] as const;

/**
 * Which change a request asks for; null when it is none. As a gateway does, the path is decoded once before it is routed:
 * a session id that then begins with `/` or holds `//` is lost, and becomes an empty one (zoom-api.md 3.2).
 */
export function matchChangeCall({ method, path }: { method: string; path: string }): ChangeCall | null {
  const routed = decodeOnce(path) ?? '';
  for (const candidate of PATHS) {
    const [, session, file] = (candidate.method === method && candidate.path.exec(routed)) || [];
    if (session === undefined) continue;
    const isLost = session.startsWith('/') || session.includes('//');
    const { verb } = candidate;
    return {
      sessionId: isLost ? '' : decodeId(session),
      fileId: file === undefined ? null : decodeId(file),
      verb,
    };
  }
  return null;
}

function decodeId(segment: string): string {
  return /%[0-9a-f]{2}/i.test(segment) ? (decodeOnce(segment) ?? '') : segment;
}

/** A change that was found possible; `apply` makes it true. */
type Verdict = Answer | { apply: () => void };

/** `later` keeps a change back for as long as the switch says; the answer does not wait for it. `tell` sends its event. */
export interface ChangeContext {
  account: SimulatedAccount;
  nowMs: number;
  later: (apply: () => void) => void;
  tell: (name: WebhookEventName, session: SimulatedSession) => void;
}

/** Answers DELETE and PUT of recordings (zoom-api.md 3.3, 3.4) to a caller whose token was accepted: 204, or why not. */
export function changeRecordings(
  call: ChangeCall,
  { record, body }: { record: RequestRecord; body: string },
  context: ChangeContext,
): Answer {
  const wish = call.verb === 'remove' ? readRemoval(record) : readStatus(body);
  if (typeof wish !== 'string') return wish;
  const session = findSession(context.account, call.sessionId);
  if (!session) return noRecording();
  const verdict =
    call.fileId === null
      ? judgeSession(wish, session, context)
      : judgeFile(wish, { session, fileId: call.fileId, nowMs: context.nowMs });
  if (!('apply' in verdict)) return verdict;
  context.later(() => {
    verdict.apply();
    context.tell(EVENTS[wish], session);
  });
  return { status: 204, headers: {}, body: bodyOf('') };
}

type Wish = 'trash' | 'delete' | 'recover';

/** Zoom names the session alone, also when it was one file of it (zoom-api.md 5.1). */
const EVENTS = {
  trash: 'session.recording_trashed',
  delete: 'session.recording_deleted',
  recover: 'session.recording_recovered',
} as const satisfies Record<Wish, WebhookEventName>;

/** Without a word, trash is meant ([V-M], zoom-api.md 3.3). */
function readRemoval({ query }: RequestRecord): Wish | Answer {
  const { action = 'trash' } = query;
  return action === 'trash' || action === 'delete'
    ? action
    : validationFailed('action', 'action must be trash or delete.');
}

function readStatus(body: string): Wish | Answer {
  const value = parseObject(body);
  if (value === null) {
    return errorAnswer({ status: 400, code: 300, message: 'Request Body should be a valid JSON object.' });
  }
  return value.action === 'recover' ? 'recover' : validationFailed('action', 'action must be recover.');
}

function parseObject(text: string): { action?: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

function judgeSession(wish: Wish, session: SimulatedSession, { account, nowMs }: ChangeContext): Verdict {
  const isLive = session.trashed_at === undefined;
  if (!isLive && !isInTrash(session.trashed_at, nowMs)) return noRecording();
  if (wish === 'recover') return isLive ? noRecording() : { apply: () => void delete session.trashed_at };
  if (allFiles(session).some(isProcessing)) return uncompleted();
  if (wish === 'trash') {
    const trashed = { trashed_at: toZoomTime(nowMs) };
    return isLive ? { apply: () => void Object.assign(session, trashed) } : noRecording();
  }
  return { apply: () => void account.sessions.splice(account.sessions.indexOf(session), 1) };
}

/** Gone for good is gone longer than the trash keeps things; the place in its list stays, as addresses count on it. */
const LONG_AGO = toZoomTime(0);

function judgeFile(
  wish: Wish,
  { session, fileId, nowMs }: { session: SimulatedSession; fileId: string; nowMs: number },
): Verdict {
  // A session that is in the trash as a whole comes back as a whole ([I], zoom-api.md 3.4).
  if (session.trashed_at !== undefined) return noRecording();
  const files = allFiles(session).filter(
    ({ id, deleted_time }) => id === fileId && (deleted_time === undefined || isInTrash(deleted_time, nowMs)),
  );
  const [first] = files;
  if (!first) return noRecording();
  const isLive = first.deleted_time === undefined;
  if (wish === 'recover') {
    return isLive ? noRecording() : { apply: () => markTrashed(files, undefined) };
  }
  if (files.some(isProcessing)) return uncompleted();
  if (wish === 'trash' && !isLive) return noRecording();
  const deletedTime = wish === 'trash' ? toZoomTime(nowMs) : LONG_AGO;
  return { apply: () => markTrashed(files, deletedTime) };
}

function markTrashed(files: readonly SimulatedFile[], deletedTime: string | undefined): void {
  for (const file of files) {
    if (deletedTime === undefined) delete file.deleted_time;
    else file.deleted_time = deletedTime;
  }
}

function allFiles(session: SimulatedSession): SimulatedFile[] {
  const { recording_files = [], participant_video_files = [], participant_audio_files = [] } = session;
  return [...recording_files, ...participant_video_files, ...participant_audio_files].filter(
    (file) => file !== null,
  );
}

function isProcessing({ status }: SimulatedFile): boolean {
  return status === 'processing';
}

function uncompleted(): Answer {
  return errorAnswer({ status: 400, code: 3303, message: 'You can not delete an uncompleted meeting.' });
}
