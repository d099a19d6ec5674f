import { maxSavedSearches, type Problem, type ProblemType } from '../contract/index.ts';
import { SelectionNotFound, TooManyExports } from '../exports/errors.ts';
import {
  FileNotFound,
  InvalidCursor,
  PaginationLoop,
  SavedSearchNotFound,
  SessionNotFound,
  TooManySavedSearches,
} from '../library/errors.ts';
import {
  FileInTrash,
  FileNotReady,
  FileRefused,
  FileUnavailable,
  RangeNotSatisfiable,
  TooManyStreams,
} from '../media/errors.ts';
import { FileUnreadable, InvalidMomentsCursor, NoLines } from '../transcripts/errors.ts';
import {
  ChangeNotFound,
  ChangeOver,
  ChangesOff,
  InvalidPlace,
  KeyUsedOtherwise,
  PreviewRefused,
  TrashError,
} from '../trash/errors.ts';
import { WebhookRefused, WebhookUnreadable } from '../webhooks/errors.ts';
import {
  HostRefused,
  InvalidRequest,
  MethodNotAllowed,
  OriginRefused,
  RouteNotFound,
  TooManyListeners,
  UnsupportedBody,
} from './errors.ts';
import { problemKinds } from './problem-kinds.ts';
import type { Trouble } from './trouble.ts';
import { isZoomError, toZoomTrouble } from './zoom-trouble.ts';

/**
 * The one map from whatever was thrown to a problem. Anything not named here is a bug of ours: it says nothing about
 * itself to the reader, and everything to the log.
 */
export function toTrouble(error: unknown, now: number): Trouble {
  if (error instanceof InvalidRequest) return { ...trouble('invalid-request', error), errors: error.errors };
  if (error instanceof InvalidCursor || error instanceof InvalidMomentsCursor)
    return atField('/cursor', 'is not a cursor of this list');
  if (error instanceof RouteNotFound) return trouble('not-found', error);
  if (error instanceof MethodNotAllowed) {
    return { ...trouble('method-not-allowed', error), headers: { allow: error.allowed.join(', ') } };
  }
  if (error instanceof UnsupportedBody) return trouble('unsupported-media-type', error);
  if (error instanceof HostRefused) return trouble('host-refused', error);
  if (error instanceof OriginRefused) return trouble('origin-refused', error);
  if (isCrowded(error)) {
    return { ...trouble('too-many-streams', error), retryAfterSeconds: 5 };
  }
  if (error instanceof SessionNotFound) return { type: '/problems/not-found', detail: noSession };
  if (error instanceof FileNotFound) return { type: '/problems/not-found', detail: noFile };
  if (error instanceof SelectionNotFound) return trouble('not-found', error);
  if (error instanceof SavedSearchNotFound) return { type: '/problems/not-found', detail: noSavedSearch };
  if (error instanceof TooManySavedSearches) {
    return atField('', `There are already ${maxSavedSearches} saved searches. Delete one first.`);
  }
  if (error instanceof FileNotReady)
    return { ...trouble('recording-processing', error), retryAfterSeconds: 60 };
  if (error instanceof FileInTrash) return trouble('recording-in-trash', error);
  if (error instanceof FileUnavailable) return trouble('recording-unavailable', error);
  if (error instanceof FileRefused) return trouble('zoom-refused-file', error);
  if (error instanceof RangeNotSatisfiable) {
    return { ...trouble('range-not-satisfiable', error), headers: rangeHeaders(error.sizeBytes) };
  }
  if (error instanceof FileUnreadable) return trouble('file-unreadable', error);
  if (error instanceof NoLines) return trouble('not-found', error);
  if (error instanceof WebhookRefused) {
    return { ...trouble('webhook-refused', error), headers: { 'www-authenticate': 'ZoomSignature' } };
  }
  if (error instanceof WebhookUnreadable) return trouble('invalid-request', error);
  if (error instanceof TrashError) return toTrashTrouble(error);
  if (error instanceof PaginationLoop) return { type: '/problems/pagination-loop', detail: loop };
  if (isZoomError(error)) return toZoomTrouble(error, now);
  return toBodyTrouble(error) ?? { type: '/problems/internal', detail: '' };
}

function toTrashTrouble(error: TrashError): Trouble {
  if (error instanceof ChangesOff) return trouble('changes-off', error);
  if (error instanceof ChangeNotFound) return trouble('not-found', error);
  if (error instanceof KeyUsedOtherwise) return trouble('key-used-otherwise', error);
  if (error instanceof PreviewRefused) return trouble('preview-refused', error);
  if (error instanceof ChangeOver) return trouble('change-over', error);
  if (error instanceof InvalidPlace) return atField('/cursor', 'is not a cursor of this list');
  return { ...trouble('too-many-changes', error), retryAfterSeconds: 30 };
}

function isCrowded(error: unknown): error is Error {
  return [TooManyListeners, TooManyStreams, TooManyExports].some((kind) => error instanceof kind);
}

const noSession = 'No such session, or it was deleted.';
const noSavedSearch = 'No such saved search, or it was deleted.';
const noFile = 'No such recording file, or it was deleted.';
const loop = 'Zoom sent the same page again and again, so reading was stopped. What was read is kept.';

/** Trouble → the body of the answer. `instance` is the request's id in the log. */
export function toProblem(found: Trouble, instance: string): Problem {
  const { status, title, retryable } = problemKinds[found.type];
  return {
    type: found.type,
    title: found.title ?? title,
    status,
    detail: found.detail,
    instance,
    retryable,
    ...(found.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: found.retryAfterSeconds }),
    ...(found.errors ? { errors: [...found.errors] } : {}),
  };
}

type ShortType<T extends string> = T extends `/problems/${infer Short}` ? Short : never;

function trouble(type: ShortType<ProblemType>, error: Error): Trouble {
  return { type: `/problems/${type}`, detail: error.message };
}

function atField(pointer: string, detail: string): Trouble {
  const error = new InvalidRequest([{ pointer, detail }]);
  return { ...trouble('invalid-request', error), errors: error.errors };
}

/** RFC 9110 14.4: a 416 tells the size, so that the reader can ask again. */
function rangeHeaders(sizeBytes: number | null): Record<string, string> {
  return sizeBytes === null ? {} : { 'content-range': `bytes */${sizeBytes}` };
}

/** What Express's body parser throws, told by its `type`; undefined for anything else. */
function toBodyTrouble(error: unknown): Trouble | undefined {
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') {
    return { type: '/problems/payload-too-large', detail: describeLimit(error) };
  }
  if (type === 'entity.parse.failed' || type === 'request.size.invalid' || type === 'request.aborted') {
    return atField('', 'is not JSON');
  }
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return { type: '/problems/unsupported-media-type', detail: 'Send plain JSON in UTF-8, not compressed.' };
  }
  return undefined;
}

/** Routes differ in what they take; the parser says where it stopped. */
function describeLimit(error: unknown): string {
  const limit = error instanceof Error && 'limit' in error ? Number(error.limit) : Number.NaN;
  return Number.isFinite(limit)
    ? `A request body may be at most ${Math.floor(limit / 1024)} KiB here.`
    : 'The request body is too large.';
}
