import type { ZoomClient } from '../zoom/client.ts';
import { ZoomShapeError } from '../zoom/errors.ts';
import type { ZoomSession } from '../zoom/schemas.ts';

const PAGE_SIZE = 300;
/** 30,000 sessions in the trash; a list that goes on beyond that does not end. */
const MOST_PAGES = 100;

type TrashType = 'session_recordings' | 'recording_file';

/** A recording to be looked for: a session by Zoom's id, or one of its files. */
export interface Sought {
  zoomId: string;
  zoomFileId: string | null;
}

/**
 * Looks into Zoom's trash, which can only be listed as a whole (zoom-api.md 2.2). Whoever asks while it is being read
 * waits for the next reading, which answers all of them: an answer is never older than its question.
 */
export function createTrashWalk({
  zoom,
  signal,
}: {
  zoom: Pick<ZoomClient, 'listRecordings'>;
  signal: AbortSignal;
}) {
  const running = new Map<TrashType, Promise<unknown>>();
  const next = new Map<TrashType, Promise<Set<string>>>();

  async function afterRunning(type: TrashType): Promise<Set<string>> {
    await Promise.allSettled([running.get(type)]);
    next.delete(type);
    const reading = readTrash(type);
    running.set(type, reading);
    return reading;
  }

  async function readTrash(trashType: TrashType): Promise<Set<string>> {
    const keys = new Set<string>();
    let nextPageToken = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const token = nextPageToken === '' ? {} : { nextPageToken };
      const query = { trash: true, trashType, pageSize: PAGE_SIZE, ...token };
      const told = await zoom.listRecordings(query, { urgency: 'background', signal });
      for (const session of told.sessions) for (const key of keysOf(session)) keys.add(key);
      if (told.unreadable.length > 0) break;
      if (told.nextPageToken === '') return keys;
      nextPageToken = told.nextPageToken;
    }
    throw new ZoomShapeError('listRecordings', 'sessions', 'the trash could not be read as a whole');
  }

  /** Whether it is in the trash now. Throws zoom's errors. */
  return async function isInTrash(sought: Sought): Promise<boolean> {
    const type = sought.zoomFileId === null ? 'session_recordings' : 'recording_file';
    const reading = next.get(type) ?? afterRunning(type);
    next.set(type, reading);
    return (await reading).has(keyOf(sought));
  };
}

export type IsInTrash = ReturnType<typeof createTrashWalk>;

function keyOf({ zoomId, zoomFileId }: Sought): string {
  return JSON.stringify([zoomId, zoomFileId]);
}

function keysOf(session: ZoomSession): string[] {
  const zoomId = session.session_id;
  return [null, ...filesOf(session).map(({ id }) => id ?? null)].map((zoomFileId) =>
    keyOf({ zoomId, zoomFileId }),
  );
}

/** All files that an answer tells of a session. */
export function filesOf(session: ZoomSession) {
  const { recording_files, participant_video_files, participant_audio_files } = session;
  return [...recording_files, ...participant_video_files, ...participant_audio_files];
}
