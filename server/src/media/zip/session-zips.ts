import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import { create as contentDisposition } from 'content-disposition';
import type { Session } from '../../contract/index.ts';
import { type BodyCutShort, TooManyStreams } from '../errors.ts';
import { toSessionName } from '../file-name.ts';
import type { ByteSink } from '../pump.ts';
import { type PreparedEntry, prepareZip } from './prepare-zip.ts';
import { copyFile, type WholeFileDeps } from './whole-file.ts';
import { writeZip } from './write-zip.ts';
import type { ZipLayout } from './zip-layout.ts';

/** Each sends gigabytes; a person saves one at a time. */
const mostAtOnce = 8;

/** One session to be sent as a ZIP. `signal` fires when the reader has left. */
export interface ZipRequest {
  session: Session;
  method: 'GET' | 'HEAD';
  response: ServerResponse;
  signal: AbortSignal;
}

/** Sessions as ZIP archives: made while they are sent, with nothing written to disk, and as long as announced. */
export function createSessionZips(deps: WholeFileDeps & { now: () => number }) {
  const { log } = deps;
  let running = 0;

  async function serveOne({ session, method, response, signal }: ZipRequest): Promise<void> {
    const layout = await prepareZip(deps, { session, signal });
    response.writeHead(200, toHeaders(session, layout.sizeBytes));
    if (method === 'HEAD') response.end();
    else await send({ layout, response, signal });
  }

  /** From here on a failure can only be told by cutting the connection, and by a line in the log. */
  async function send(sending: {
    layout: ZipLayout<PreparedEntry>;
    response: ServerResponse;
    signal: AbortSignal;
  }): Promise<void> {
    const { layout, response, signal: left } = sending;
    const excess = new AbortController();
    const signal = AbortSignal.any([left, excess.signal]);
    let current: PreparedEntry | undefined;
    const copy = async (entry: PreparedEntry, sink: ByteSink) => {
      current = entry;
      const { source, sizeBytes } = entry;
      if (Buffer.isBuffer(source)) sink.write(source);
      else await copyFile(deps, { file: source, sizeBytes, sink, signal });
    };
    const untilReady = async () => {
      if (response.writableNeedDrain) await once(response, 'drain', { signal });
    };
    try {
      const onExcess = (error: BodyCutShort) => excess.abort(error);
      await writeZip({ layout, output: response, untilReady, copy, onExcess });
      response.end();
      await finished(response);
    } catch (error) {
      if (!left.aborted)
        log.error({ ...describe(current), reason: String(error) }, 'a session’s ZIP broke off');
      response.destroy();
    }
  }

  return {
    /**
     * Answers with the session's files in one ZIP, or (HEAD) with its headers. Throws, before anything is sent: FileInTrash,
     * FileNotReady or FileUnavailable when no file can be had, FileRefused, TooManyStreams, or an error of zoom/. After that a
     * failure cuts the connection.
     */
    async serve(request: ZipRequest): Promise<void> {
      if (running >= mostAtOnce)
        throw new TooManyStreams('Several ZIPs are being sent. Wait for one to end.');
      running += 1;
      try {
        await serveOne(request);
      } catch (error) {
        if (!request.signal.aborted) throw error;
        request.response.destroy();
      } finally {
        running -= 1;
      }
    },
  };
}

/** A ZIP is made anew each time and cannot be read on from its middle. */
function toHeaders(session: Session, sizeBytes: number): Record<string, string> {
  return {
    'content-type': 'application/zip',
    'content-disposition': contentDisposition(`${toSessionName(session)}.zip`, { type: 'attachment' }),
    'content-length': String(sizeBytes),
    'accept-ranges': 'none',
    'cache-control': 'private, no-store',
  };
}

/** The file that was being sent, for the log. */
function describe(entry: PreparedEntry | undefined): { file?: string; fileId?: string } {
  if (entry === undefined) return {};
  const { path, source } = entry;
  return Buffer.isBuffer(source) ? { file: path } : { file: path, fileId: source.file.id };
}
