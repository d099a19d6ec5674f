import { z } from 'zod';
import { type Operation, ZoomShapeError } from './errors.ts';

// Every field is optional and a wrong type counts as absent: Zoom's rows differ by age, product and mood
// (zoom-api.md 2.6-2.8), and one odd field must not hide a recording.
const text = z.string().optional().catch(undefined);
const count = z.number().optional().catch(undefined);
/** Zoom's own samples give some ids as numbers (zoom-api.md 5.1). */
const idText = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);

/** One file object of any of the three arrays, in Zoom's words. Sizes in bytes, times as Zoom writes them (may be ''). */
export const ZoomFile = z.object({
  id: idText,
  recording_start: text,
  recording_end: text,
  file_type: text,
  file_extension: text,
  file_size: count,
  download_url: text,
  external_storage_url: text,
  status: text,
  deleted_time: text,
  recording_type: text,
  file_name: text,
  user_id: idText,
  user_key: idText,
});
export type ZoomFile = z.infer<typeof ZoomFile>;

/** The array's objects; `null` and other elements that are no objects occur (zoom-api.md 2.7) and are left out. */
const files = z
  .array(z.unknown())
  .catch([])
  .transform((elements) => elements.filter(isRecord).map((element) => ZoomFile.parse(element)));

const FILE_ARRAYS = ['recording_files', 'participant_video_files', 'participant_audio_files'];

const SessionFields = z.object({
  session_name: text,
  session_key: idText,
  start_time: text,
  timezone: text,
  duration: count,
  total_size: count,
  recording_count: count,
  recording_files: files,
  participant_video_files: files,
  participant_audio_files: files,
});

/** One session object in Zoom's words; `duration` in minutes, `total_size` in bytes. */
export interface ZoomSession extends z.infer<typeof SessionFields> {
  session_id: string;
  /** How many elements of the three arrays were no files; absent when none. */
  droppedFiles?: number;
}

/** One page of the list. `from` and `to` are what Zoom says it answered, which may not be what was asked (2.3). */
export interface RecordingsPage {
  from?: string | undefined;
  to?: string | undefined;
  pageSize?: number | undefined;
  totalRecords?: number | undefined;
  /** '' on the last page. */
  nextPageToken: string;
  sessions: ZoomSession[];
  /** Elements that cannot be shown because they have no usable `session_id`. */
  unreadable: { index: number; reason: string }[];
}

const Envelope = z.object({
  from: text,
  to: text,
  page_size: count,
  total_records: count,
  next_page_token: idText.transform((token) => token ?? ''),
});

/**
 * Reads an answer of GET /videosdk/recordings. One odd record never hides another.
 *
 * @throws ZoomShapeError when there is neither a `sessions` array nor a bare session (zoom-api.md 2.5).
 */
export function parseRecordingsPage(json: unknown): RecordingsPage {
  const elements = sessionElements(json);
  const envelope = Envelope.parse(json);
  const page: RecordingsPage = {
    from: envelope.from,
    to: envelope.to,
    pageSize: envelope.page_size,
    totalRecords: envelope.total_records,
    nextPageToken: envelope.next_page_token,
    sessions: [],
    unreadable: [],
  };
  for (const [index, element] of elements.entries()) {
    const session = readSession(element);
    if (typeof session === 'string') page.unreadable.push({ index, reason: session });
    else page.sessions.push(session);
  }
  return page;
}

/**
 * Reads an answer of GET /videosdk/sessions/{id}/recordings.
 *
 * @throws ZoomShapeError when it is not a session with an id.
 */
export function parseSession(json: unknown): ZoomSession {
  const session = readSession(json);
  if (typeof session === 'string') throw shapeError('getSession', 'session_id', session);
  return session;
}

function sessionElements(json: unknown): unknown[] {
  if (!isRecord(json)) throw shapeError('listRecordings', '$', 'the answer is not an object');
  if (Array.isArray(json.sessions)) return json.sessions;
  if (usableId(json.session_id) !== null) return [json];
  throw shapeError('listRecordings', 'sessions', 'the answer holds no list of sessions');
}

/** The session, or in words why there is none. */
function readSession(element: unknown): ZoomSession | string {
  if (!isRecord(element)) return 'not an object';
  const sessionId = usableId(element.session_id);
  if (sessionId === null) return 'no usable session_id';
  const session: ZoomSession = { session_id: sessionId, ...SessionFields.parse(element) };
  const droppedFiles = FILE_ARRAYS.reduce((sum, name) => sum + countNonFiles(element[name]), 0);
  return droppedFiles === 0 ? session : { ...session, droppedFiles };
}

function countNonFiles(elements: unknown): number {
  return Array.isArray(elements) ? elements.filter((element) => !isRecord(element)).length : 0;
}

function usableId(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shapeError(operation: Operation, path: string, message: string): ZoomShapeError {
  return new ZoomShapeError(operation, path, message);
}
