/** Our id of a session: Zoom's in base64url without padding, because Zoom's holds `/ + =`. */
export function toSessionId(zoomId: string): string {
  return Buffer.from(zoomId, 'utf8').toString('base64url');
}

/** Zoom's ids are 24 characters (zoom-api.md 2.6); far more is no id. */
const MAX_ID_LENGTH = 400;

/** Zoom's id, or null when the text is none that toSessionId could have made. */
export function parseSessionId(id: string): string | null {
  if (id === '' || id.length > MAX_ID_LENGTH) return null;
  const zoomId = Buffer.from(id, 'base64url').toString('utf8');
  return toSessionId(zoomId) === id ? zoomId : null;
}
