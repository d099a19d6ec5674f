import { setMaxListeners } from 'node:events';
import type { Catalog } from '../catalog/open-catalog.ts';
import type { Urgency, ZoomClient } from '../zoom/client.ts';
import { ZoomShapeError } from '../zoom/errors.ts';
import type { ZoomSession } from '../zoom/schemas.ts';
import type { LandAnswer } from './land-answer.ts';

export type SessionReader = ReturnType<typeof createSessionReader>;

/**
 * The single-session call, once for however many ask at the same time. A person does not join a call that waits behind
 * people: the two meet in the Zoom client, which then hurries.
 */
export function createSessionReader(deps: {
  catalog: Catalog;
  zoom: Pick<ZoomClient, 'getSession'>;
  landAnswer: LandAnswer;
}) {
  const { catalog, zoom, landAnswer } = deps;
  const reading = new Map<string, Promise<boolean>>();
  const stopping = new AbortController();
  // Each session that is read listens to it, and news of a hundred may come together.
  setMaxListeners(0, stopping.signal);

  /**
   * Reads one session from Zoom into the catalog and tells whether anything about it was new.
   *
   * @throws zoom's errors.
   */
  function read(zoomId: string, urgency: Urgency): Promise<boolean> {
    const key = `${urgency} ${zoomId}`;
    const running = reading.get(key);
    if (running) return running;
    const started = ask(zoomId, urgency).finally(() => reading.delete(key));
    reading.set(key, started);
    return started;
  }

  /** As `read`, but never with an answer that was asked for before now. Throws zoom's errors. */
  async function readAnew(zoomId: string, urgency: Urgency): Promise<boolean> {
    await reading.get(zoomId)?.catch(() => undefined);
    return read(zoomId, urgency);
  }

  async function ask(zoomId: string, urgency: Urgency): Promise<boolean> {
    const session = await zoom.getSession(zoomId, { urgency, signal: stopping.signal });
    if (session.session_id !== zoomId) {
      throw new ZoomShapeError('getSession', 'session_id', 'Zoom answered with another session');
    }
    const known = await catalog.findSession(zoomId);
    const isStillTrashed = known?.state === 'trashed' && hasDeletedFiles(session);
    const list = isStillTrashed ? 'trashed-sessions' : 'live';
    const [landed] = await landAnswer({ sessions: [session], list, isSingle: true });
    return landed?.isChanged ?? false;
  }

  return {
    read,
    readAnew,
    async stop(): Promise<void> {
      stopping.abort();
      await Promise.allSettled(reading.values());
    },
  };
}

/** Zoom may answer for a session in the trash (zoom-api.md 7.5); its files then say when they went there. */
function hasDeletedFiles(session: ZoomSession): boolean {
  const files = [
    ...session.recording_files,
    ...session.participant_video_files,
    ...session.participant_audio_files,
  ];
  return files.some((file) => Boolean(file.deleted_time));
}
