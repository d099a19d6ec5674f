import type { AskOptions } from './ask.ts';
import { type ApiRequest, type AskZoomDeps, refuseWhilePaused, sendSigned } from './ask-zoom.ts';
import { ZoomError, ZoomHttpError, ZoomOutcomeUnknownError, ZoomPausedError } from './errors.ts';
import type { JsonAnswer } from './json-exchange.ts';
import { trackingIdOf } from './response-headers.ts';

const REQUEST_TIMEOUT = 408;
const NO_CONTENT = 204;

/** What Zoom said to a change that it made. */
export interface ChangeReceipt {
  trackingId: string | null;
}

type ChangeDeps = Pick<
  AskZoomDeps,
  'dispatcher' | 'token' | 'gate' | 'limiters' | 'pauses' | 'rateLabels' | 'health' | 'log' | 'now'
>;

/**
 * Makes the one way of changing anything at Zoom: paused, queued and signed like a question, but sent once. Nothing here
 * tries again, except after a 401, which says that nothing was done.
 *
 * It throws ZoomOutcomeUnknownError when the request had left and no answer says what became of it; any other error of
 * errors.ts, or the signal's reason, says that Zoom has changed nothing.
 */
export function createChangeZoom(deps: ChangeDeps) {
  return async function changeZoom(request: ApiRequest, asked: AskOptions): Promise<ChangeReceipt> {
    const { operation } = request;
    const signal = asked.signal ?? new AbortController().signal;
    signal.throwIfAborted();
    let isSent = false;
    const onSent = () => {
      isSent = true;
    };
    const call = { signal, urgency: () => asked.urgency, sent: () => {} };
    try {
      refuseWhilePaused(deps, request, asked);
      const send = () => sendSigned(deps, { ...request, onSent }, call);
      const receipt = readReceipt(request, await deps.gate.pass({ operation, signal, send }));
      deps.health.report(null);
      return receipt;
    } catch (error) {
      if (error instanceof ZoomError) deps.health.report(error);
      if (!isSent || isCertain(error)) throw error;
      const trackingId = error instanceof ZoomHttpError ? error.trackingId : null;
      throw new ZoomOutcomeUnknownError(operation, trackingId, { cause: error });
    }
  };
}

/** 204 and nothing else is a success (zoom-api.md 3.3, 3.4): what hides in another 2xx has refused permissions before. */
function readReceipt({ operation }: ApiRequest, { status, headers }: JsonAnswer): ChangeReceipt {
  const trackingId = trackingIdOf(headers);
  if (status === NO_CONTENT) return { trackingId };
  throw new ZoomOutcomeUnknownError(operation, trackingId);
}

/** Whether an error after sending still says that nothing was done: Zoom itself has answered no, and not from a broken gateway. */
function isCertain(error: unknown): boolean {
  if (error instanceof ZoomPausedError || error instanceof ZoomOutcomeUnknownError) return true;
  return error instanceof ZoomHttpError && error.status < 500 && error.status !== REQUEST_TIMEOUT;
}
