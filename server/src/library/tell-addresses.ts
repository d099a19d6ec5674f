import type { Catalog } from '../catalog/open-catalog.ts';
import type { ZoomClient } from '../zoom/client.ts';
import type { SessionReader } from './session-reader.ts';

/**
 * Has Zoom tell the addresses of a session's files behind everybody who waits. Nothing of the answer is written down: thousands of
 * sessions are asked for in a row, and the lists keep them true. Only when it tells of a file that the catalog does not know is the
 * session read as for a person.
 */
export function createTellAddresses(deps: {
  catalog: Pick<Catalog, 'findSession'>;
  zoom: Pick<ZoomClient, 'getSession'>;
  reader: Pick<SessionReader, 'read'>;
  rememberAddresses: (entries: { fileId: string; address: string }[]) => void;
  /** Fires when the library stops. */
  signal: AbortSignal;
}) {
  const { catalog, zoom, reader, rememberAddresses, signal } = deps;

  /** @throws zoom's errors. */
  return async function tellAddresses(zoomId: string): Promise<void> {
    const answer = await zoom.getSession(zoomId, { urgency: 'background', signal });
    const known = await catalog.findSession(zoomId);
    const ids = new Set(known?.files.flatMap((file) => (file.zoomId === file.id ? [file.id] : [])));
    const told = answer.recording_files.flatMap(({ id, download_url: address }) => {
      return address ? [{ fileId: id ?? '', address }] : [];
    });
    if (answer.session_id === zoomId && told.every(({ fileId }) => ids.has(fileId))) rememberAddresses(told);
    else await reader.read(zoomId, 'background');
  };
}
