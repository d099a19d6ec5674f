import type { ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import type { Urgency, ZoomClient } from '../zoom/client.ts';
import { createAddressBook } from './address-book.ts';
import { type Content, discardContent } from './content.ts';
import { TooManyStreams } from './errors.ts';
import { refuseUnservable } from './file-state.ts';
import { toExtension, toFileType } from './file-type.ts';
import type { MediaFile } from './media-file.ts';
import { createContentOpener } from './open-content.ts';
import { openForReader } from './open-for-reader.ts';
import { createReadWhole } from './read-whole.ts';
import { type MediaRequest, toHeaders } from './response-headers.ts';
import { sendBody } from './send-body.ts';
import { createTryFile } from './try-file.ts';
import { toStrongValidator } from './validator.ts';
import { createSessionZips } from './zip/session-zips.ts';

/** Files on their way at once, over all readers (a player opens one, seldom two). */
const mostStreams = 256;

export interface MediaDeps {
  zoom: Pick<ZoomClient, 'openFile'>;
  /** Asks Zoom for the addresses of one session, which come back through `remember`. */
  askAddresses: (zoomId: string, urgency: Urgency) => Promise<void>;
  log: Log;
  now?: () => number;
}

export interface ServeOptions {
  file: MediaFile;
  request: MediaRequest;
  response: ServerResponse;
  /** Fires when the reader leaves or the server stops. */
  signal: AbortSignal;
}

export type Media = ReturnType<typeof createMedia>;

/** The bytes of recording files: where they are, which of them are wanted, and their way to a reader. */
export function createMedia({ zoom, askAddresses, log, now = Date.now }: MediaDeps) {
  const book = createAddressBook({ now });
  const open = createContentOpener({ openFile: zoom.openFile, askAddresses, book, log });
  const zips = createSessionZips({ open, forgetWorking: book.forgetWorking, log, now });
  let streams = 0;

  async function serveOne(options: ServeOptions): Promise<void> {
    const { file, request, response, signal } = options;
    const type = toFileType(toExtension(file.file));
    const content = await openForReader({ open, file, begins: type.begins, request, signal });
    warnOfOtherSize(log, file, content);
    response.writeHead(
      request.method === 'GET' && content.isPart ? 206 : 200,
      toHeaders({ file, request, content }),
    );
    if (request.method === 'HEAD') {
      discardContent(content);
      response.end();
      return;
    }
    const continueAt = (position: number, last: number | null) => {
      book.forgetWorking(file.file.id);
      const ifRange = toStrongValidator(content) ?? undefined;
      return open({ file, begins: type.begins, wish: { first: position, last }, ifRange, signal });
    };
    await sendBody({
      content,
      listedSizeBytes: file.file.sizeBytes,
      continueAt,
      response,
      signal,
      log,
    });
  }

  return {
    /** Zoom has just told these addresses: files can be opened by them without asking again. */
    remember: book.remember,
    /** All bytes of a small file, in memory. */
    readWhole: createReadWhole({ open }),
    /** Fetches the first byte of a file, to see whether that can be done. */
    tryFile: createTryFile({ open, book }),
    /** Answers a reader with a session's files in one ZIP. */
    serveZip: zips.serve,
    /**
     * Answers a reader with the file, a part of it, or (HEAD) its headers. Throws, before anything is sent: FileInTrash,
     * FileNotReady, FileUnavailable, FileRefused, RangeNotSatisfiable, TooManyStreams, or an error of zoom/. After that
     * a failure cuts the connection.
     */
    async serve(options: ServeOptions): Promise<void> {
      refuseUnservable(options.file.file);
      if (streams >= mostStreams)
        throw new TooManyStreams('Too many files are being sent at once. Close some players.');
      streams += 1;
      try {
        await serveOne(options);
      } catch (error) {
        if (!options.signal.aborted) throw error;
        options.response.destroy();
      } finally {
        streams -= 1;
      }
    },
  };
}

/** Happens with real accounts (zoom-api.md 4.5) and is no reason to keep the file back, but worth knowing. */
function warnOfOtherSize(log: Log, { file }: MediaFile, { first, total }: Content): void {
  if (first > 0 || total === null || file.sizeBytes === null || total === file.sizeBytes) return;
  log.warn(
    { fileId: file.id, listedBytes: file.sizeBytes, actualBytes: total },
    'a file has another size than listed',
  );
}
