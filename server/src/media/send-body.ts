import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import { type ReadOnDeps, readOn } from './read-on.ts';

/**
 * Sends at the reader's pace (what the reader does not take is not asked of Zoom's side) and ends the answer only when all is
 * sent. When the reader leaves, the signal that opened the body closes it. When the body cannot be finished, the reader's
 * connection is cut. Never throws.
 */
export async function sendBody(deps: Omit<ReadOnDeps, 'sink'> & { response: ServerResponse }): Promise<void> {
  const { content, response, signal, log } = deps;
  try {
    await readOn({ ...deps, sink: response });
    response.end();
    await finished(response);
  } catch (error) {
    if (!signal.aborted) log.warn({ reason: String(error) }, 'a file could not be sent to its end');
    // An answer without a length ends, for an old reader (HTTP/1.0), with its connection: closed in order it would look whole.
    if (content.length === null) response.socket?.resetAndDestroy();
    response.destroy();
  }
}
