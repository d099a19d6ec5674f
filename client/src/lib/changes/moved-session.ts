import type { RecordingFile, Session } from '@matinee/server/contract';
import { useMemo } from 'react';
import type { Moving } from './moving.ts';
import { type BegunMoving, useMoving } from './moving-store.ts';

/**
 * A session as it will be when what this page is moving has moved: nobody waits for Zoom's answer to see what they did. When
 * Zoom refuses, the move ends and the session is what it was. The very same object when nothing of it moves.
 */
export function useMovedSession<T extends Session | undefined>(session: T): T | Session {
  const moving = useMoving();
  return useMemo(() => session && withMoved(session, moving), [session, moving]);
}

/** Whether anything of that session, or that file of it, is on its way. */
export function useIsMoving({ sessionId, fileId }: { sessionId: string; fileId?: string }): boolean {
  const isIt = (target: Moving['targets'][number]) =>
    target.sessionId === sessionId && (target.fileId === undefined || target.fileId === fileId);
  return useMoving().some(({ targets }) => targets.some(isIt));
}

/** See {@link useMovedSession}. What is deleted for good is still shown: there would be nothing in its place. */
export function withMoved(session: Session, moving: readonly BegunMoving[]): Session {
  return moving.reduce(
    (before, one) =>
      one.targets.reduce((now, target) => {
        if (target.sessionId !== session.id || one.action === 'delete') return now;
        const trashedAt = one.action === 'trash' ? one.begunAt : null;
        return target.fileId === undefined
          ? wholeMoved(now, trashedAt)
          : fileMoved(now, { fileId: target.fileId, trashedAt });
      }, before),
    session,
  );
}

function wholeMoved(session: Session, trashedAt: string | null): Session {
  return {
    ...session,
    state: trashedAt === null ? 'live' : 'trashed',
    ...toTrash(trashedAt),
    files: session.files.map((file) => ({ ...file, ...toTrash(trashedAt) })),
  };
}

function fileMoved(
  session: Session,
  { fileId, trashedAt }: { fileId: string; trashedAt: string | null },
): Session {
  const move = (file: RecordingFile) => (file.id === fileId ? { ...file, ...toTrash(trashedAt) } : file);
  return { ...session, files: session.files.map(move) };
}

/** When Zoom will delete it is Zoom's to say. */
function toTrash(trashedAt: string | null): { trashedAt: string | null; purgeAt: null } {
  return { trashedAt, purgeAt: null };
}
