import type { ZoomHealth } from '@matinee/server/contract';
import { formatRecent } from '../lib/format.ts';
import type { Connection } from './live-updates.ts';

/** What everybody must know now. `isUrgent`: nothing will mend it by itself. */
export interface Alarm {
  sentence: string;
  detail: string | null;
  isUrgent: boolean;
  canRetry: boolean;
  hasCountdown: boolean;
}

interface AlarmOptions {
  connection: Connection;
  isOffline: boolean;
  zoom: ZoomHealth | null;
}

/** The one thing worth saying, the nearest cause first: our own server, then the network, then Zoom. */
export function toAlarm({ connection, isOffline, zoom }: AlarmOptions): Alarm | null {
  if (connection === 'lost') {
    const sentence = 'The dashboard server stopped. Start it, then retry.';
    return { ...quiet, sentence, isUrgent: true, canRetry: true };
  }
  if (isOffline) return { ...quiet, sentence: 'You are offline. What was read before stays on screen.' };
  return zoom && toZoomAlarm(zoom);
}

const quiet: Omit<Alarm, 'sentence'> = {
  detail: null,
  isUrgent: false,
  canRetry: false,
  hasCountdown: false,
};

function toZoomAlarm({ state, since, detail }: ZoomHealth): Alarm | null {
  switch (state) {
    case 'credentials-refused': {
      // The server knows whether the key or the account's plan is the cause, and says it in whole sentences.
      const sentence =
        detail ??
        'Zoom did not accept our key. Check the Video SDK API key and secret on the server; also its clock.';
      return { ...quiet, sentence, isUrgent: true };
    }
    case 'rate-limited':
      return { ...quiet, sentence: 'Zoom asks us to slow down.', hasCountdown: true };
    case 'unreachable': {
      const sentence = `Zoom is not answering since ${formatRecent(since)}.`;
      return { ...quiet, sentence, detail, canRetry: true };
    }
    default:
      return null;
  }
}
