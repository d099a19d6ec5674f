import type { Change, ChangeRequest, ChangeTarget, Preview } from '@matinee/server/contract';
import { postJson } from '../../lib/http.ts';

/** Asks for a change. The key makes an answer that was lost on the way harmless: asked again, it is the same change. */
export function requestChange(body: ChangeRequest): Promise<Change> {
  return postJson<Change>('/api/changes', body, { 'idempotency-key': crypto.randomUUID() });
}

/** What a deletion would come to, and what has to be typed for it. */
export function requestPreview(items: readonly ChangeTarget[]): Promise<Preview> {
  return postJson<Preview>('/api/previews', { items });
}
