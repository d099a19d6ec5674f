/** What Zoom told by webhook, kept before it is acknowledged; `done_ms` is null while the session is still to be read again. */
export const webhookEvents = `
CREATE TABLE webhook_events (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  zoom_id TEXT NOT NULL,
  received_ms INTEGER NOT NULL,
  done_ms INTEGER
) WITHOUT ROWID;
CREATE INDEX webhook_events_waiting ON webhook_events (received_ms) WHERE done_ms IS NULL;
CREATE INDEX webhook_events_done ON webhook_events (done_ms) WHERE done_ms IS NOT NULL;
`;
