import type { RecordingFile, Session } from '@matinee/server/contract';
import type { BadgeKind } from './state-badge.tsx';

/** The badge of a file, if something keeps it from being played or downloaded. */
export function badgeOfFile(file: RecordingFile): BadgeKind | null {
  if (file.trashedAt !== null) return 'trashed';
  return file.state === 'ready' ? null : file.state;
}

/** The badge of a session: what holds for every file it has, or that Zoom is still at some of them. */
export function badgeOfSession(session: Session): BadgeKind | null {
  if (session.files.some((file) => file.state === 'processing')) return 'processing';
  const badges = new Set(session.files.map(badgeOfFile));
  const [only] = badges;
  return badges.size === 1 && only ? only : null;
}
