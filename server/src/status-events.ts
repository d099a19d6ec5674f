import type { ServerEvent, Status } from './contract/index.ts';
import type { Library } from './library/library.ts';
import type { Transcripts } from './transcripts/transcripts.ts';
import type { Trash } from './trash/trash.ts';
import type { ZoomClient } from './zoom/client.ts';

interface StatusDeps {
  library: Pick<Library, 'counts' | 'subscribe'>;
  transcripts: Pick<Transcripts, 'subscribe'>;
  trash: Pick<Trash, 'subscribe'>;
  zoom: Pick<ZoomClient, 'health' | 'onHealth'>;
  about: Pick<Status, 'version' | 'mode' | 'allowChanges'>;
}

/**
 * Joins what the library, the trash and the Zoom client tell: the status as it is now, and one stream of events. A status goes out when
 * Zoom's health changes and when a pass has ended, because the counts have changed then.
 */
export function createStatusEvents({ library, transcripts, trash, zoom, about }: StatusDeps) {
  const getStatus = (): Status => {
    const { state, since, detail } = zoom.health();
    const { sessions, files, bytes, months } = library.counts();
    return {
      version: about.version,
      mode: about.mode,
      allowChanges: about.allowChanges,
      zoom: { state, since: new Date(since).toISOString(), detail },
      catalog: { sessions, files, bytes, months },
    };
  };
  const subscribe = (listener: (event: ServerEvent) => void): (() => void) => {
    const sendStatus = () => listener({ name: 'status', data: getStatus() });
    const leaveHealth = zoom.onHealth(sendStatus);
    const leaveLibrary = library.subscribe((event) => {
      listener(event);
      if (event.name === 'window' && event.data.state !== 'syncing') sendStatus();
    });
    const leaveTranscripts = transcripts.subscribe(listener);
    const leaveTrash = trash.subscribe(listener);
    return () => {
      leaveTranscripts();
      leaveTrash();
      leaveHealth();
      leaveLibrary();
    };
  };
  return { getStatus, subscribe };
}
