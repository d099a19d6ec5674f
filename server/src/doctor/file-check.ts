import { ZoomAddressRefusedError, ZoomError, ZoomNetworkError, ZoomTimeoutError } from '../zoom/errors.ts';
import { type Finding, failed, ok, unknown, warning } from './finding.ts';

/** What came of fetching the first byte of a recording; null: there is none to try it with. */
export type FileTrial = { hosts: readonly string[] } | { error: unknown } | null;

/** Whether files can be fetched: the download host takes our token, and its CDN can be reached. */
export function judgeFiles(trial: FileTrial): Finding {
  if (trial === null) return unknown('The catalog knows no recording to try it with.');
  if ('hosts' in trial) return ok(`The first byte of a recording came from ${trial.hosts.join(' and ')}.`);
  const { error } = trial;
  if (error instanceof ZoomAddressRefusedError) {
    return failed(
      'A recording’s address is on no list of trusted hosts; nothing was fetched.',
      'If the host is Zoom’s, add it to ZOOM_DOWNLOAD_HOSTS (gets the token) or ZOOM_CDN_HOSTS (never gets it).',
    );
  }
  if (error instanceof ZoomNetworkError || error instanceof ZoomTimeoutError) {
    return failed(
      'The hosts that keep the recordings could not be reached.',
      'Let this server reach Zoom’s download hosts and its CDN (ssrweb.zoom.us, *.cloudfront.net) on port 443.',
    );
  }
  const told = error instanceof ZoomError ? error.message : 'see the log';
  return warning(`The newest recording could not be fetched (${told}).`, 'Try to play another one.');
}
