import { hash } from 'node:crypto';
import type { FileDraft } from './rows.ts';

const SAFE_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Zoom's own id when it can stand in our addresses as it is, else null. */
export function usableZoomFileId(file: FileDraft): string | null {
  return file.zoomId !== null && SAFE_ID.test(file.zoomId) ? file.zoomId : null;
}

/**
 * An id for a file that Zoom names with none, or with one that another file bears already: the same file of the
 * same session always gets the same. 22 characters of base64url, `x` before them so that it is never mistaken for a UUID.
 */
export function stableFileId(zoomSessionId: string, file: FileDraft): string {
  const participant = file.userId ?? file.userKey ?? file.participantName ?? '';
  const parts = [
    zoomSessionId,
    file.zoomId ?? '',
    file.source,
    file.fileType ?? '',
    file.recordingType ?? '',
    file.startMs ?? '',
    participant,
  ];
  return `x${hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22)}`;
}

/** The part of an id the index holds: 53 bits, so that four million files cost a small index. Collisions are possible. */
export function fileIdHash(id: string): number {
  const digest = hash('sha256', id, 'hex');
  return Number.parseInt(digest.slice(0, 12), 16) * 32 + (Number.parseInt(digest.slice(12, 14), 16) & 31);
}
