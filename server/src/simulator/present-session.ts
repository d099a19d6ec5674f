import type { FilePosition, JsonValue, SimulatedFile, SimulatedSession } from './account.ts';

/** Which files of a session an answer shows, and how. */
export type SessionView = 'live' | 'trashed-sessions' | 'trashed-files';

export interface Presentation {
  view: SessionView;
  nowMs: number;
  /** Whether participants' audio is shown (zoom-api.md 2.6: typed for the single-session call only). */
  withParticipantAudio: boolean;
  bareTrash: boolean;
  addressOf(session: SimulatedSession, position: FilePosition): string;
}

const TRASH_LIFE_MS = 30 * 86_400_000;
/** Zoom's own sample leaves these out of count and size (zoom-api.md 2.7). */
const UNCOUNTED = new Set(['TIMELINE', 'SUMMARY']);
const LISTS = ['recording_files', 'participant_video_files', 'participant_audio_files'] as const;

/** Whether a view has anything of the session to show. */
export function isInView(session: SimulatedSession, view: SessionView, nowMs: number): boolean {
  if (view === 'live') return session.trashed_at === undefined;
  if (view === 'trashed-sessions') return isInTrash(session.trashed_at, nowMs);
  return LISTS.some((list) => session[list]?.some((file) => isInTrash(file?.deleted_time, nowMs)));
}

/** The session as Zoom's JSON has it. */
export function presentSession(
  session: SimulatedSession,
  presentation: Presentation,
): Record<string, unknown> {
  const { session_id, session_name, session_key, start_time, timezone, duration } = session;
  const shown = (session.recording_files ?? []).filter((file) => file && isShown(file, presentation));
  // A file in the trash has to be shown somewhere, whatever its kind.
  const showsAudio = presentation.withParticipantAudio || presentation.view === 'trashed-files';
  const counted = shown.filter((file) => !UNCOUNTED.has(file?.file_type ?? ''));
  return {
    ...{ session_id, session_name, session_key, start_time, timezone, duration },
    total_size: session.total_size ?? counted.reduce((sum, file) => sum + (file?.file_size ?? 0), 0),
    recording_count: session.recording_count ?? counted.length,
    recording_files: presentFiles(session, 'recording_files', presentation),
    participant_video_files: presentFiles(session, 'participant_video_files', presentation),
    participant_audio_files: showsAudio
      ? presentFiles(session, 'participant_audio_files', presentation)
      : undefined,
    ...session.extra,
  };
}

function presentFiles(session: SimulatedSession, list: FilePosition['list'], presentation: Presentation) {
  return session[list]?.flatMap((file, index) => {
    if (file === null) return presentation.view === 'live' ? [null] : [];
    if (!isShown(file, presentation)) return [];
    return [presentFile(file, { session, position: { list, index }, presentation })];
  });
}

function presentFile(
  file: SimulatedFile,
  place: { session: SimulatedSession; position: FilePosition; presentation: Presentation },
): Record<string, JsonValue | undefined> {
  const { content: _content, appears_at: _appearsAt, extra, deleted_time, download_url, ...fields } = file;
  const { session, position, presentation } = place;
  const { view, bareTrash } = presentation;
  const shown: Record<string, JsonValue | undefined> = { ...fields };
  if (view !== 'live') shown.deleted_time = view === 'trashed-sessions' ? session.trashed_at : deleted_time;
  if (view !== 'live' && bareTrash) delete shown.file_type;
  else if (download_url !== null)
    shown.download_url = download_url ?? presentation.addressOf(session, position);
  return { ...shown, ...extra };
}

function isShown(file: SimulatedFile, { view, nowMs }: Presentation): boolean {
  if (file.appears_at !== undefined && Date.parse(file.appears_at) > nowMs) return false;
  if (view === 'trashed-files') return isInTrash(file.deleted_time, nowMs);
  return file.deleted_time === undefined;
}

/** The trash keeps things for 30 days; later they are gone for good. */
export function isInTrash(trashedAt: string | undefined, nowMs: number): boolean {
  return trashedAt !== undefined && nowMs - Date.parse(trashedAt) < TRASH_LIFE_MS;
}
