import { findSession, type SimulatedAccount } from './account.ts';
import { jsonAnswer, noRecording, validationFailed } from './answers.ts';
import type { Answer, RequestRecord } from './exchange.ts';
import { type Presentation, presentSession } from './present-session.ts';
import { decodeOnce } from './request-log.ts';

/** The longest life of a download token, in seconds (zoom-api.md 3.1). */
const MAX_TTL_SECONDS = 604_800;
const DEFAULT_TTL_SECONDS = 3600;

export interface SessionContext {
  account: SimulatedAccount;
  nowMs: number;
  addressOf: Presentation['addressOf'];
  makeDownloadToken(sessionId: string, lifeSeconds: number): string;
}

/**
 * Whether a path is that of the single-session call, and the id it means. The path is decoded once, as a gateway
 * does before it routes; an id that then begins with `/` or holds `//` was not encoded twice and is lost
 * (zoom-api.md 3.2). Null: another route. An empty string: this route, no usable id.
 */
export function matchSessionPath(path: string): string | null {
  const routed = decodeOnce(path);
  const segment = /^\/v2\/videosdk\/sessions\/(.+)\/recordings$/s.exec(routed ?? '')?.[1];
  if (segment === undefined) return null;
  if (segment.startsWith('/') || segment.includes('//')) return '';
  return /%[0-9a-f]{2}/i.test(segment) ? (decodeOnce(segment) ?? '') : segment;
}

/** Answers GET /videosdk/sessions/{id}/recordings to a caller whose token was accepted. */
export function getSessionRecordings(
  sessionId: string,
  record: RequestRecord,
  context: SessionContext,
): Answer {
  const { account, nowMs, addressOf } = context;
  const session = findSession(account, sessionId);
  if (!session || session.trashed_at !== undefined) return noRecording();
  const wantsToken = record.query.include_fields === 'download_access_token';
  const ttl = wantsToken ? Number(record.query.ttl ?? DEFAULT_TTL_SECONDS) : 0;
  if (!(Number.isInteger(ttl) && ttl >= 0 && ttl <= MAX_TTL_SECONDS)) {
    return validationFailed('ttl', `ttl must be between 0 and ${MAX_TTL_SECONDS}.`);
  }
  const presented = presentSession(session, {
    view: 'live',
    nowMs,
    withParticipantAudio: true,
    bareTrash: false,
    addressOf,
  });
  if (!wantsToken) return jsonAnswer(200, presented);
  return jsonAnswer(200, { ...presented, download_access_token: context.makeDownloadToken(sessionId, ttl) });
}
