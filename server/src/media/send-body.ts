import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type ReadOnDeps, readOn } from './read-on.ts';
import type { Turns } from './turns.ts';

/** Brings the bytes of an opened content to a reader; the one place to put a faster pump. */
export type SendBody = (deps: SendBodyDeps) => Promise<void>;

type SendBodyDeps = ReadOnDeps & { response: ServerResponse; turns: Turns };

/**
 * Sends at the reader's pace (what the reader does not take is not asked of Zoom's side) and ends the answer only when all is
 * sent. When the reader leaves, the signal that opened the body closes it. When the body cannot be finished, the reader's connection is cut.
 */
export const sendBody: SendBody = async (deps) => {
  const { response, signal, log } = deps;
  try {
    await pipeline(inTurns(deps), response, { signal });
  } catch (error) {
    if (signal.aborted) return;
    log.warn({ reason: String(error) }, 'a file could not be sent to its end');
  }
};

/**
 * The bytes, each chunk in its turn. An answer without a length ends, for an old reader (HTTP/1.0), with its connection:
 * closed in order it would look whole, so on a failure it is reset.
 */
async function* inTurns(deps: SendBodyDeps): AsyncGenerator<Buffer, void, undefined> {
  const { content, response, turns } = deps;
  try {
    for await (const chunk of readOn(deps)) {
      const turn = turns.take();
      if (turn) await turn;
      yield chunk;
    }
  } catch (error) {
    if (content.length === null) response.socket?.resetAndDestroy();
    throw error;
  }
}
