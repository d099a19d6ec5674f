import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type ReadOnDeps, readOn } from './read-on.ts';

/** Brings the bytes of an opened content to a reader; the one place to put a faster pump. */
export type SendBody = (deps: ReadOnDeps & { response: ServerResponse }) => Promise<void>;

/**
 * Sends at the reader's pace (what the reader does not take is not asked of Zoom's side) and ends the answer only when all is
 * sent. When the reader leaves, Zoom's side is left at once. When the body cannot be finished, the reader's connection is cut.
 */
export const sendBody: SendBody = async ({ response, ...deps }) => {
  const { content, signal, log } = deps;
  // Destroyed directly: a body that sends nothing would otherwise be let go only with its next chunk.
  const leave = () => content.body.destroy();
  signal.addEventListener('abort', leave, { once: true });
  try {
    await pipeline(cutOnFailure(deps, response), response, { signal });
  } catch (error) {
    if (signal.aborted) return;
    log.warn({ reason: String(error) }, 'a file could not be sent to its end');
  } finally {
    signal.removeEventListener('abort', leave);
  }
};

/**
 * An answer without a length ends, for an old reader (HTTP/1.0), with its connection: closed in order it would look whole, so
 * it is reset.
 */
async function* cutOnFailure(
  deps: ReadOnDeps,
  response: ServerResponse,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    yield* readOn(deps);
  } catch (error) {
    if (deps.content.length === null) response.socket?.resetAndDestroy();
    throw error;
  }
}
