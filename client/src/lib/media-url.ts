/** Address of a file's bytes for players and readers: served inline, with ranges (design.md 5). */
export function contentUrl(fileId: string): string {
  return `/api/files/${encodeURIComponent(fileId)}/content`;
}

/** Address of the same bytes as an attachment with a readable name. */
export function downloadUrl(fileId: string): string {
  return `${contentUrl(fileId)}?download=1`;
}

/** Address of all files of a session as one ZIP. */
export function zipUrl(sessionId: string): string {
  return `/api/sessions/${encodeURIComponent(sessionId)}/zip`;
}
