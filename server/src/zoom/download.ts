import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { type AddressPolicy, AddressRefused } from './address-policy.ts';
import { discardBody } from './discard-body.ts';
import { ZoomAddressRefusedError, ZoomHttpError, ZoomTimeoutError } from './errors.ts';
import type { FileConnections } from './file-connections.ts';
import { toZoomError } from './network-failure.ts';
import { oneHeader, trackingIdOf } from './response-headers.ts';
import { startTimeLimit, unlessAborted } from './time-limit.ts';
import type { TokenSource } from './token.ts';

const HEADERS_MS = 10_000;
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** A file to open: `range` and `ifRange` are header values that go along on every hop. */
export interface OpenFileRequest {
  address: string;
  range?: string;
  ifRange?: string;
  signal: AbortSignal;
}

/** An answer with a body: whoever gets it must read it or destroy it. */
export interface OpenedFile {
  status: 200 | 206 | 416;
  headers: {
    contentLength: number | null;
    contentRange: string | null;
    contentType: string | null;
    contentEncoding: string | null;
    acceptRanges: string | null;
    etag: string | null;
    lastModified: string | null;
  };
  body: Readable;
  /** Takes bytes of the body back, once, when nobody needs them any more: others are then read into their place. */
  giveBack: (bytes: Uint8Array) => void;
  /** The address that answered at last; asked directly next time, it saves the redirect. */
  address: string;
}

/** What opening files needs. */
export interface FileOpenerDeps {
  connections: FileConnections;
  policy: AddressPolicy;
  token: TokenSource;
}

/** One request of the loop: where to, and with which token (`null`: none). */
interface Hop {
  url: URL;
  token: string | null;
}

/**
 * Makes `openFile`: follows a recording's redirects itself, at most 5, judging every hop. The token goes to download
 * hosts only, in a header only; to other hosts go the range headers and nothing else of ours (zoom-api.md 4.3).
 *
 * A 401 from a download host is answered once with a token signed anew.
 *
 * `openFile` throws ZoomAddressRefusedError, ZoomHttpError (any status but 200, 206, 416), ZoomNetworkError,
 * ZoomTimeoutError, ZoomShapeError, or the signal's reason. Errors after that destroy the body.
 */
export function createFileOpener(deps: FileOpenerDeps): (request: OpenFileRequest) => Promise<OpenedFile> {
  return async function openFile(request) {
    let url = parseAddress(request.address);
    let isSignedAnew = false;
    for (let redirects = 0; ; ) {
      const hop = prepareHop(deps, url);
      const response = await ask(deps.connections, hop, request);
      if (REDIRECTS.has(response.statusCode)) {
        discardBody(response.body);
        redirects += 1;
        if (redirects > MOST_REDIRECTS) throw refused('too many redirects');
        url = nextAddress(hop.url, response);
      } else if (response.statusCode === 401 && hop.token !== null && !isSignedAnew) {
        discardBody(response.body);
        isSignedAnew = true;
        deps.token.observe(oneHeader(response.headers, 'date') ?? undefined);
        deps.token.replace(hop.token);
      } else return { ...toOpened(hop.url, response), giveBack: deps.connections.giveBack };
    }
  };
}

function prepareHop({ policy, token }: FileOpenerDeps, url: URL): Hop {
  try {
    return { url, token: policy.judge(url).mayHaveToken ? token.current() : null };
  } catch (error) {
    if (error instanceof AddressRefused) throw toZoomError('openFile', error);
    throw error;
  }
}

async function ask(
  connections: FileConnections,
  hop: Hop,
  request: OpenFileRequest,
): Promise<Dispatcher.ResponseData> {
  const late = () => new ZoomTimeoutError('openFile', 'no headers in time');
  const limit = startTimeLimit({ signal: request.signal, ms: HEADERS_MS, late });
  try {
    const response = await unlessAborted(
      send(connections, { hop, request, signal: limit.signal }),
      limit.signal,
    );
    limit.lift();
    response.body.once('close', limit.release);
    return response;
  } catch (error) {
    limit.release();
    if (request.signal.aborted) throw request.signal.reason;
    throw toZoomError('openFile', error);
  }
}

function send(
  connections: FileConnections,
  call: { hop: Hop; request: OpenFileRequest; signal: AbortSignal },
) {
  const { hop, request, signal } = call;
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (request.range !== undefined) headers.range = request.range;
  if (request.ifRange !== undefined) headers['if-range'] = request.ifRange;
  if (hop.token !== null) {
    headers.authorization = `Bearer ${hop.token}`;
    headers['user-agent'] = 'matinee';
  }
  const { origin, pathname, search } = hop.url;
  return connections.request({ origin, path: pathname + search, method: 'GET', headers, signal });
}

function parseAddress(address: string): URL {
  if (!URL.canParse(address)) throw refused('not an address');
  return new URL(address);
}

function nextAddress(from: URL, response: Dispatcher.ResponseData): URL {
  const location = oneHeader(response.headers, 'location');
  if (location === null || !URL.canParse(location, from.href)) throw refused('a redirect to no address');
  return new URL(location, from);
}

function toOpened(url: URL, response: Dispatcher.ResponseData): Omit<OpenedFile, 'giveBack'> {
  const { statusCode: status, headers, body } = response;
  if (status !== 200 && status !== 206 && status !== 416) {
    discardBody(body);
    throw new ZoomHttpError('openFile', {
      status,
      code: null,
      zoomMessage: '',
      retryAfterSeconds: null,
      trackingId: trackingIdOf(headers),
    });
  }
  const length = oneHeader(headers, 'content-length');
  return {
    status,
    headers: {
      contentLength: length !== null && /^\d+$/.test(length) ? Number(length) : null,
      contentRange: oneHeader(headers, 'content-range'),
      contentType: oneHeader(headers, 'content-type'),
      contentEncoding: oneHeader(headers, 'content-encoding'),
      acceptRanges: oneHeader(headers, 'accept-ranges'),
      etag: oneHeader(headers, 'etag'),
      lastModified: oneHeader(headers, 'last-modified'),
    },
    body,
    address: url.href,
  };
}

function refused(why: string): ZoomAddressRefusedError {
  return new ZoomAddressRefusedError('openFile', why);
}
