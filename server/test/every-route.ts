import { captionsId, sampleZoomId, toSessionId, videoId } from './sample-sessions.ts';

/** Every route there is, as a path that works; one with two methods stands here twice. A route that is added belongs here: the guards are tested over this list. */
export const everyRoute = [
  { method: 'GET', path: '/healthz' },
  { method: 'GET', path: '/api/status' },
  { method: 'GET', path: '/api/recordings' },
  { method: 'GET', path: '/api/sessions' },
  { method: 'GET', path: `/api/sessions/${toSessionId(sampleZoomId)}` },
  { method: 'GET', path: `/api/sessions/${toSessionId(sampleZoomId)}/position` },
  { method: 'PUT', path: `/api/sessions/${toSessionId(sampleZoomId)}/position` },
  { method: 'GET', path: '/api/moments?q=hello' },
  { method: 'GET', path: '/api/months' },
  { method: 'GET', path: '/api/trash/months?trash=session_recordings' },
  { method: 'GET', path: '/api/windows' },
  { method: 'GET', path: `/api/files/${videoId}/content` },
  { method: 'GET', path: `/api/sessions/${toSessionId(sampleZoomId)}/zip` },
  { method: 'GET', path: `/api/files/${captionsId}/lines` },
  { method: 'POST', path: '/api/refresh' },
  { method: 'GET', path: '/api/history' },
  { method: 'POST', path: '/api/history' },
  { method: 'GET', path: '/api/saved-searches' },
  { method: 'POST', path: '/api/saved-searches' },
  { method: 'DELETE', path: '/api/saved-searches/abc' },
  { method: 'POST', path: '/api/selections' },
  { method: 'GET', path: '/api/export?format=csv' },
  { method: 'GET', path: '/api/doctor' },
  { method: 'POST', path: '/api/previews' },
  { method: 'GET', path: '/api/changes' },
  { method: 'POST', path: '/api/changes' },
  { method: 'GET', path: '/api/changes/none' },
  { method: 'GET', path: '/api/changes/none/items' },
  { method: 'POST', path: '/api/changes/none/steer' },
  { method: 'GET', path: '/api/audit' },
  { method: 'GET', path: '/api/audit/export' },
  { method: 'GET', path: '/api/events' },
] as const;

/** Pages and files of the client: no data, but under the same guards. */
export const everyPage = ['/', '/recordings', '/trash', '/s/abc', '/assets/none.js'] as const;

/** RFC 9110 9.3 and PATCH. */
export const everyMethod = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'CONNECT',
  'OPTIONS',
  'TRACE',
  'PATCH',
] as const;

/** Headers that every answer must bear. */
export const requiredHeaders = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
  'cache-control',
] as const;
