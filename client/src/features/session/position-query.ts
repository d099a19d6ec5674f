import type { Position } from '@matinee/server/contract';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../lib/http.ts';

/** Where somebody left off in a session, asked anew each time that it is opened; without an answer one begins at the beginning. */
export function positionQuery(sessionId: string) {
  return queryOptions({
    queryKey: ['position', sessionId],
    queryFn: async ({ signal }) => readPosition(await getJson<unknown>(toPositionPath(sessionId), signal)),
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The address of a session's position. */
export function toPositionPath(sessionId: string): string {
  return `/api/sessions/${encodeURIComponent(sessionId)}/position`;
}

/** Null for what is no position: resuming is a comfort, and nothing may break for its sake. */
function readPosition(body: unknown): Position {
  if (typeof body !== 'object' || body === null || !('seconds' in body)) return null;
  const view = 'view' in body && typeof body.view === 'string' ? body.view : null;
  return typeof body.seconds === 'number' && body.seconds >= 0 ? { seconds: body.seconds, view } : null;
}
