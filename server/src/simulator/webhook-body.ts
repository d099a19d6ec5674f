import { randomBytes } from 'node:crypto';
import type { SimulatedSession } from './account.ts';
import { presentSession } from './present-session.ts';

/** The events about recordings that Zoom sends (zoom-api.md 5.1). */
export const WEBHOOK_EVENTS = [
  'session.recording_started',
  'session.recording_paused',
  'session.recording_resumed',
  'session.recording_stopped',
  'session.recording_completed',
  'session.recording_transcript_completed',
  'session.recording_transcript_failed',
  'session.recording_summary_completed',
  'session.recording_trashed',
  'session.recording_deleted',
  'session.recording_recovered',
] as const;
export type WebhookEventName = (typeof WEBHOOK_EVENTS)[number];

/** An event that happened; every delivery of it gets a body of its own, with another token and other addresses. */
export interface WebhookEvent {
  name: WebhookEventName;
  session: SimulatedSession;
  /** Epoch milliseconds. */
  atMs: number;
}

/**
 * The body of one delivery, with the oddities of real ones: keys in another order than documented, the id twice,
 * empty texts, participants' lists only where there are any, and no files when a recording changed its place.
 */
export function writeWebhookBody(event: WebhookEvent): string {
  const { name, session, atMs } = event;
  const fields = { session_id: session.session_id, id: session.session_id };
  const object = hasFiles(name) ? { ...withFiles(event), ...fields } : { ...bare(session), ...fields };
  const operator = /_(trashed|deleted|recovered)$/.test(name)
    ? { operator: 'operator@example.com', operator_id: 'simOperator01' }
    : {};
  return JSON.stringify({
    event: name,
    payload: { account_id: 'simAccount01', ...operator, object },
    ...(hasFiles(name) ? { download_token: randomBytes(24).toString('base64url') } : {}),
    event_ts: atMs,
  });
}

function hasFiles(name: WebhookEventName): boolean {
  return name.endsWith('_completed');
}

function bare({ session_name, session_key, start_time }: SimulatedSession) {
  return { session_name, start_time, timezone: '', session_key };
}

function withFiles({ session, atMs }: WebhookEvent) {
  const shown = presentSession(session, {
    view: 'live',
    nowMs: atMs,
    withParticipantAudio: true,
    bareTrash: false,
    addressOf: () => `https://web.example.com/rec/webhook_download/${randomBytes(24).toString('base64url')}`,
  });
  const { recording_files, participant_video_files, participant_audio_files } = shown;
  return { ...bare(session), recording_files, participant_video_files, participant_audio_files };
}
