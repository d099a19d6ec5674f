import type { Dispatcher } from 'undici';
import type { Log } from '../log.ts';
import type { AskOptions, RateLabel } from './ask.ts';
import type { createCredentialsGate } from './credentials-gate.ts';
import { type Operation, ZoomError, ZoomHttpError, ZoomPausedError } from './errors.ts';
import type { Call } from './flight.ts';
import type { createFlights } from './flights.ts';
import type { createHealth } from './health.ts';
import { exchangeJson, type JsonAnswer } from './json-exchange.ts';
import type { Limiter } from './limiter.ts';
import type { Pauses } from './pauses.ts';
import type { createRateLabels } from './rate-labels.ts';
import { type ReadRefusal, readRefusal } from './refusal.ts';
import { withRetries } from './retry.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { TokenSource } from './token.ts';

const UNAUTHORIZED = 401;
const TOO_MANY_REQUESTS = 429;
/** What a 429 that names no time asks for (zoom-api.md 1.7). */
const PER_SECOND_MS = 1_000;
/** A person does not wait for a label that is held for longer than this. */
const LONGEST_HOLD_FOR_A_PERSON_MS = 13_000;

/** One call of the API. A GET without a body, unless it says otherwise. */
export interface ApiRequest {
  operation: Operation;
  label: RateLabel;
  url: URL;
  method?: 'GET' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** Called when the request is put on a connected socket: from now on Zoom may act on it. */
  onSent?: () => void;
}

/** One read: identical `url`s asked at once become one call. */
export interface Question<T> extends ApiRequest {
  /** Reads the answer; throws ZoomShapeError. */
  parse: (json: unknown) => T;
}

export interface AskZoomDeps {
  dispatcher: Dispatcher;
  token: TokenSource;
  gate: ReturnType<typeof createCredentialsGate>;
  flights: ReturnType<typeof createFlights>;
  limiters: Record<RateLabel, Limiter>;
  pauses: Pauses;
  rateLabels: ReturnType<typeof createRateLabels>;
  budget: RetryBudget;
  health: ReturnType<typeof createHealth>;
  log: Log;
  now: () => number;
  random: () => number;
}

/**
 * Makes the one way of asking the API: joined with equal questions, paused, queued, signed, retried, told to health.
 *
 * It throws any of the errors of errors.ts, or the asker's signal's reason.
 */
export function createAskZoom(deps: AskZoomDeps) {
  return async function askZoom<T>(question: Question<T>, asked: AskOptions): Promise<T> {
    asked.signal?.throwIfAborted();
    try {
      refuseWhilePaused(deps, question, asked);
      const run = (call: Call) => answerQuestion(deps, question, call);
      const key = `${question.operation} ${question.url.href}`;
      const answer = await deps.flights.join({ key, operation: question.operation, run }, asked);
      deps.health.report(null);
      return answer;
    } catch (error) {
      if (error instanceof ZoomError) deps.health.report(error);
      throw error;
    }
  };
}

/** @throws ZoomPausedError while the label may not be asked, or when a person would wait too long for it. */
export function refuseWhilePaused(
  deps: Pick<AskZoomDeps, 'pauses' | 'limiters' | 'now'>,
  { operation, label }: ApiRequest,
  asked: AskOptions,
): void {
  const untilMs = deps.pauses.until(label);
  if (untilMs !== null) throw new ZoomPausedError(operation, untilMs);
  const heldMs = deps.limiters[label].heldMs();
  if (asked.urgency === 'person' && heldMs > LONGEST_HOLD_FOR_A_PERSON_MS) {
    throw new ZoomPausedError(operation, deps.now() + heldMs);
  }
}

async function answerQuestion<T>(deps: AskZoomDeps, question: Question<T>, call: Call): Promise<T> {
  const { operation } = question;
  const { gate, budget, log, random } = deps;
  const attempt = () =>
    gate.pass({ operation, signal: call.signal, send: () => sendSigned(deps, question, call) });
  const answer = await withRetries({ operation, call, budget, log, random, attempt });
  return question.parse(answer.json);
}

type SendDeps = Pick<AskZoomDeps, 'dispatcher' | 'token' | 'limiters' | 'pauses' | 'rateLabels' | 'now'>;
type SendCall = Pick<Call, 'signal' | 'urgency' | 'sent'>;

/**
 * A 401 may be the clock's fault: it is answered by one token signed anew, by Zoom's clock, and one more request.
 *
 * @throws the refusal that the answer is, what exchangeJson throws, or the signal's reason
 */
export async function sendSigned(deps: SendDeps, question: ApiRequest, call: SendCall): Promise<JsonAnswer> {
  const { token } = deps;
  const first = token.current();
  let answer = await sendInTurn(deps, question, { call, token: first });
  if (answer.status === UNAUTHORIZED) {
    answer = await sendInTurn(deps, question, { call, token: token.replace(first) });
  }
  const refusal = readRefusal(question.operation, answer, deps.now());
  if (!refusal) return answer;
  throw noteLimit(deps, question, refusal);
}

/** Keeps the whole label from asking for as long as the refusal says, and tells what to throw. */
function noteLimit(
  { pauses, limiters }: Pick<AskZoomDeps, 'pauses' | 'limiters'>,
  { operation, label }: ApiRequest,
  { error, pauseMs }: ReadRefusal,
): ZoomError {
  if (pauseMs !== null) return new ZoomPausedError(operation, pauses.start(label, pauseMs));
  if (!(error instanceof ZoomHttpError)) return error;
  if (error.retryAfterSeconds !== null) limiters[label].hold(error.retryAfterSeconds * 1000);
  else if (error.status === TOO_MANY_REQUESTS) limiters[label].hold(PER_SECOND_MS);
  return error;
}

async function sendInTurn(
  deps: SendDeps,
  request: ApiRequest,
  { call, token }: { call: SendCall; token: string },
): Promise<JsonAnswer> {
  const { operation, label } = request;
  const permit = await deps.limiters[label].acquire(call);
  try {
    // The pause may have begun while this call stood in the queue.
    const untilMs = deps.pauses.until(label);
    if (untilMs !== null) throw new ZoomPausedError(operation, untilMs);
    const { signal } = call;
    call.sent();
    const onSent = () => {
      permit.sent();
      request.onSent?.();
    };
    const answer = await exchangeJson(deps.dispatcher, { ...request, token, signal, onSent });
    deps.token.observe(answer.headers.date);
    deps.rateLabels.note(answer.headers);
    return answer;
  } finally {
    permit.cancel();
  }
}
