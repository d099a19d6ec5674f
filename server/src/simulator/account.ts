import { type FileContent, openContent } from './file-content.ts';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** One recording file as Zoom would describe it (zoom-api.md 2.7), with what only the simulator knows. */
export interface SimulatedFile {
  id?: string;
  status?: string;
  recording_start?: string;
  recording_end?: string;
  file_name?: string;
  file_type?: string;
  file_extension?: string;
  file_size?: number;
  recording_type?: string;
  user_id?: string;
  user_key?: string;
  external_storage_url?: string;
  /** When it went to the trash by itself, ISO-8601. A file of a session trashed whole has none of its own. */
  deleted_time?: string;
  /** Absent: a fresh address in every answer. A string: served as it stands. Null: the field is left out. */
  download_url?: string | null;
  /** Fields added to, or put in place of, the ones above: unknown ones, or known ones of a wrong type. */
  extra?: Record<string, JsonValue>;
  /** Until this moment (ISO-8601) no answer shows the file. */
  appears_at?: string;
  content: FileContent;
}

/** One session with recordings (zoom-api.md 2.6). Arrays may hold null, and may be absent, as Zoom's do. */
export interface SimulatedSession {
  session_id: string;
  session_name?: string;
  session_key?: string;
  start_time: string;
  timezone?: string;
  duration?: number;
  /** Overrides the sum that is otherwise reckoned as Zoom reckons it. */
  total_size?: number;
  /** Overrides the count that is otherwise reckoned as Zoom reckons it. */
  recording_count?: number;
  recording_files?: (SimulatedFile | null)[];
  participant_video_files?: (SimulatedFile | null)[];
  participant_audio_files?: (SimulatedFile | null)[];
  extra?: Record<string, JsonValue>;
  /** When the whole session went to the trash, ISO-8601. */
  trashed_at?: string;
}

/** The ground truth. Tests may change it at any time; the simulator keeps `sessions` sorted, newest first. */
export interface SimulatedAccount {
  sessions: SimulatedSession[];
  /**
   * For accounts too large to hold: all sessions of the months that these dates touch, newest first. Lists then know these
   * and not the ones above.
   */
  between?(from: string, to: string): SimulatedSession[];
  /** Beside `between`: one of those sessions by its id; without it, only lists know them. */
  find?(sessionId: string): SimulatedSession | undefined;
}

/** Where a file stands in its session, e.g. `recording_files` 0. */
export interface FilePosition {
  list: 'recording_files' | 'participant_video_files' | 'participant_audio_files';
  index: number;
}

/** An account with these sessions. */
export function createAccount(sessions: SimulatedSession[] = []): SimulatedAccount {
  return { sessions: [...sessions] };
}

/** A session with believable defaults for what is not given. */
export function simulatedSession(
  fields: Partial<SimulatedSession> & { session_id: string; start_time: string },
): SimulatedSession {
  return {
    session_name: 'orchid-triage-0412',
    session_key: '',
    timezone: '',
    duration: 23,
    recording_files: [],
    ...fields,
  };
}

/** The usual pairs of zoom-api.md 2.8; anything else is a video, as Zoom's views are. */
const TYPES: Record<string, { file_type: string; file_extension: string }> = {
  audio_only: { file_type: 'M4A', file_extension: 'M4A' },
  audio_transcript: { file_type: 'TRANSCRIPT', file_extension: 'VTT' },
  closed_caption: { file_type: 'CC', file_extension: 'VTT' },
  chat_file: { file_type: 'CHAT', file_extension: 'TXT' },
  timeline: { file_type: 'TIMELINE', file_extension: 'JSON' },
  summary: { file_type: 'SUMMARY', file_extension: 'JSON' },
  poll: { file_type: 'CSV', file_extension: 'CSV' },
  thumbnail: { file_type: 'TB', file_extension: 'JPG' },
};

/** A finished file; its size is the number of bytes it holds, its type follows its recording type. */
export function simulatedFile(
  fields: Partial<SimulatedFile> & { id: string; recording_type: string; content: FileContent },
): SimulatedFile {
  const types = TYPES[fields.recording_type] ?? { file_type: 'MP4', file_extension: 'MP4' };
  return { status: 'completed', ...types, file_size: openContent(fields.content).sizeBytes, ...fields };
}

/** Finds a session by Zoom's id. */
export function findSession(account: SimulatedAccount, sessionId: string): SimulatedSession | undefined {
  return account.find
    ? account.find(sessionId)
    : account.sessions.find((session) => session.session_id === sessionId);
}

/** Puts the sessions newest first if they are not so already; one walk when they are. */
export function sortSessions(account: SimulatedAccount): void {
  const { sessions } = account;
  const isSorted = sessions.every((session, index) => {
    const previous = sessions[index - 1];
    return !previous || previous.start_time >= session.start_time;
  });
  if (isSorted) return;
  sessions.sort((a, b) => (a.start_time < b.start_time ? 1 : a.start_time > b.start_time ? -1 : 0));
}
