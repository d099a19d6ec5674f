import type { Log } from '../log.ts';
import type { OpenedFile, OpenFileRequest, Urgency } from '../zoom/client.ts';
import { ZoomHttpError, ZoomNetworkError } from '../zoom/errors.ts';
import type { AddressBook } from './address-book.ts';
import { formatRange, type RangeWish } from './byte-range.ts';
import { type Content, toContent } from './content.ts';
import { BodyCutShort, FileRefused, FileUnavailable } from './errors.ts';
import type { Beginning } from './file-type.ts';
import type { MediaFile } from './media-file.ts';

export interface OpenerDeps {
  openFile: (request: OpenFileRequest) => Promise<OpenedFile>;
  /** Asks Zoom for the addresses of one session; afterwards they are in the book. */
  askAddresses: (zoomId: string, urgency: Urgency) => Promise<void>;
  book: AddressBook;
  log: Log;
}

export interface OpenRequest {
  file: MediaFile;
  begins: Beginning;
  wish: RangeWish | undefined;
  /** A validator: the part is wanted only if the file still is the one it names. */
  ifRange?: string | undefined;
  /** Whether somebody waits for it, which is so unless it says otherwise. */
  urgency?: Urgency;
  signal: AbortSignal;
}

/**
 * Opens a file by the cheapest address that works: the one that answered last time (one request), then the one Zoom told
 * last (a redirect more), then a fresh one. An address that is refused or breaks is forgotten and the next is tried, so one
 * expiry costs at most one question to Zoom. Throws FileRefused when also a fresh address is refused, FileUnavailable when
 * Zoom tells none, RangeNotSatisfiable, or an error of zoom/.
 */
export function createContentOpener(deps: OpenerDeps): (request: OpenRequest) => Promise<Content> {
  const { book, log } = deps;
  return async (request) => {
    const fileId = request.file.file.id;
    let refusal: unknown;
    for (const findAddress of addressSources(deps, request)) {
      const address = await findAddress();
      if (address === undefined) continue;
      try {
        return await openAt(deps, address, request);
      } catch (error) {
        if (request.signal.aborted || !isWorthAnother(error)) throw error;
        book.forget(fileId, address);
        log.debug({ fileId, reason: error.name }, 'an address did not work, so it is forgotten');
        refusal = error;
      }
    }
    throw toFinalError(refusal);
  };
}

function addressSources(
  { book, askAddresses }: OpenerDeps,
  { file: named, urgency = 'person' }: OpenRequest,
) {
  const { file, session } = named;
  return [
    async () => book.findWorking(file.id),
    async () => book.findTold(file.id),
    async () => {
      await askAddresses(session.zoomId, urgency);
      return book.findTold(file.id);
    },
  ];
}

async function openAt(deps: OpenerDeps, address: string, request: OpenRequest): Promise<Content> {
  const { wish, ifRange, begins, signal } = request;
  const opened = await deps.openFile({
    address,
    signal,
    ...(wish ? { range: formatRange(wish) } : {}),
    ...(wish && ifRange ? { ifRange } : {}),
  });
  const content = await toContent({ opened, wish, begins });
  deps.book.keepWorking(request.file.file.id, opened.address);
  return content;
}

const refusals = new Set([401, 403, 404, 410]);

/** Whether another address may do better. A time-out and a request for patience would only cost more of the same. */
function isWorthAnother(error: unknown): error is Error {
  if (error instanceof ZoomHttpError) return refusals.has(error.status) || error.status >= 500;
  return error instanceof FileRefused || error instanceof BodyCutShort || error instanceof ZoomNetworkError;
}

/** The last failure, in words of this wing where it is about the file and not about Zoom as a whole. */
function toFinalError(refusal: unknown): unknown {
  if (refusal === undefined) return new FileUnavailable('Zoom tells no address of this file.');
  if (refusal instanceof ZoomHttpError && refusals.has(refusal.status)) {
    return new FileRefused(`Zoom refused to hand out this file (${refusal.status}).`, { cause: refusal });
  }
  if (refusal instanceof BodyCutShort)
    return new ZoomNetworkError('openFile', 'cut short', { cause: refusal });
  return refusal;
}
