import type { Log } from '../log.ts';
import { createAddressPolicy, type OutboundHosts } from './address-policy.ts';
import { createAgent } from './agents.ts';
import type { AskOptions, RateLabel, Urgency } from './ask.ts';
import { type ApiRequest, createAskZoom } from './ask-zoom.ts';
import { type ChangeReceipt, createChangeZoom } from './change-zoom.ts';
import { createCredentialsGate } from './credentials-gate.ts';
import { createFileOpener, type OpenedFile, type OpenFileRequest } from './download.ts';
import { type Operation, ZoomIdRefusedError } from './errors.ts';
import { createFileConnections } from './file-connections.ts';
import { createFlights } from './flights.ts';
import { createHealth, type ZoomHealth } from './health.ts';
import { createLimiter } from './limiter.ts';
import { UnfitIdError, zoomPath } from './paths.ts';
import { createPauses, type PauseStore } from './pauses.ts';
import { createRateLabels } from './rate-labels.ts';
import { createRetryBudget } from './retry-budget.ts';
import { parseRecordingsPage, parseSession, type RecordingsPage, type ZoomSession } from './schemas.ts';
import { createTokenSource } from './token.ts';

export type { AskOptions, ChangeReceipt, OpenedFile, OpenFileRequest, RateLabel, Urgency, ZoomHealth };

const API_CONNECTIONS = 64;

/** Zoom's query of the list (zoom-api.md 2.1): `from` and `to` are UTC dates, at most a month apart; ignored with `trash`. */
export interface ListRecordingsQuery {
  from?: string;
  to?: string;
  trash?: boolean;
  trashType?: 'session_recordings' | 'recording_file';
  pageSize?: number;
  nextPageToken?: string;
}

/** What is to be done to a session's recordings, or to one file of it. `trash` and `delete` are Zoom's words for its DELETE. */
export interface ChangeRecordingsRequest {
  action: 'trash' | 'delete' | 'recover';
  sessionId: string;
  fileId?: string | undefined;
}

export interface ZoomClientOptions {
  /** Address of the API, e.g. `https://api.zoom.us/v2`; https, unless `hosts.allowInsecure`. */
  baseUrl: string;
  credentials: { apiKey: string; apiSecret: string };
  hosts: OutboundHosts;
  /** Requests per second that may reach Zoom, per rate label. */
  rates: Record<RateLabel, number>;
  log: Log;
  /** Wall clock in milliseconds. */
  now?: () => number;
  /** Remembers pauses across a restart. */
  pauses?: PauseStore;
}

/** The Video SDK REST API in Zoom's own words. Every method throws the errors of errors.ts, or its signal's reason. */
export interface ZoomClient {
  /** One page of GET /videosdk/recordings. A dead page token is a ZoomPageTokenError. */
  listRecordings(query: ListRecordingsQuery, ask: AskOptions): Promise<RecordingsPage>;
  /** GET /videosdk/sessions/{id}/recordings; an unknown or trashed session is a ZoomHttpError 404. */
  getSession(sessionId: string, ask: AskOptions): Promise<ZoomSession>;
  /**
   * Moves to the trash, deletes for good, or recovers (zoom-api.md 3.3, 3.4). Sent once, never tried again: a
   * ZoomOutcomeUnknownError leaves open whether it was done, any other error says that it was not.
   */
  changeRecordings(request: ChangeRecordingsRequest, ask: AskOptions): Promise<ChangeReceipt>;
  /** Opens a file's bytes at a download address, or at the address that answered last time. */
  openFile(request: OpenFileRequest): Promise<OpenedFile>;
  health(): ZoomHealth;
  /** Calls back at every change of health. @returns ends that */
  onHealth(listener: (health: ZoomHealth) => void): () => void;
  /** Zoom's clock less ours in milliseconds; null until an answer told it. */
  clockOffsetMs(): number | null;
  /** The rate labels that answers of this run have named. */
  rateLabelsSeen(): readonly string[];
  /** The pause of a rate label, if it has one now. */
  pause(label: RateLabel): { untilMs: number } | null;
  /** Ends every call and every open file. */
  close(): Promise<void>;
}

/**
 * Makes the client. Nothing is sent before the first call.
 *
 * @throws TypeError when the base URL or a host entry cannot be read, or the base URL is not https where it must be
 */
export function createZoomClient(options: ZoomClientOptions): ZoomClient {
  const { baseUrl, credentials, now = Date.now } = options;
  const log = options.log.child({ part: 'zoom' });
  const clock = () => performance.now();
  const policy = createAddressPolicy(options);
  const api = createAgent({ policy, connections: API_CONNECTIONS });
  const files = createFileConnections({ policy });
  const token = createTokenSource({ credentials, now });
  const pauses = createPauses({ store: options.pauses, now, log });
  const health = createHealth({ now, clockOffsetMs: token.offsetMs, pausedUntilMs: pauses.longest });
  const flights = createFlights({ clock, now });
  const limiterFor = (label: RateLabel) => createLimiter({ rate: options.rates[label], clock });
  const deps = {
    dispatcher: api,
    token,
    gate: createCredentialsGate(clock),
    flights,
    limiters: { light: limiterFor('light'), medium: limiterFor('medium'), heavy: limiterFor('heavy') },
    pauses,
    rateLabels: createRateLabels(),
    budget: createRetryBudget(),
    health,
    log,
    now,
    random: Math.random,
  };
  const askZoom = createAskZoom(deps);
  const changeZoom = createChangeZoom(deps);

  return {
    async listRecordings(query, asked) {
      const url = addressOf('listRecordings', {
        baseUrl,
        template: '/videosdk/recordings',
        query: toZoomQuery(query),
      });
      const operation = 'listRecordings';
      return askZoom({ operation, label: 'medium', url, parse: parseRecordingsPage }, asked);
    },
    async getSession(sessionId, asked) {
      const template = '/videosdk/sessions/{}/recordings';
      const url = addressOf('getSession', { baseUrl, template, ids: [sessionId] });
      return askZoom({ operation: 'getSession', label: 'light', url, parse: parseSession }, asked);
    },
    changeRecordings: async (request, asked) => changeZoom(toChangeCall(baseUrl, request), asked),
    openFile: createFileOpener({ connections: files, policy, token }),
    health: health.current,
    onHealth: health.listen,
    clockOffsetMs: () => (token.isClockKnown() ? token.offsetMs() : null),
    rateLabelsSeen: deps.rateLabels.seen,
    pause(label) {
      const untilMs = pauses.until(label);
      return untilMs === null ? null : { untilMs };
    },
    async close() {
      flights.endAll(new DOMException('the client is closed', 'AbortError'));
      await Promise.all([api.destroy(), files.destroy()]);
    },
  };
}

function toZoomQuery(query: ListRecordingsQuery): Record<string, string | undefined> {
  return {
    from: query.from,
    to: query.to,
    trash: query.trash?.toString(),
    trash_type: query.trashType,
    page_size: query.pageSize?.toString(),
    next_page_token: query.nextPageToken,
  };
}

function toChangeCall(baseUrl: string, { action, sessionId, fileId }: ChangeRecordingsRequest): ApiRequest {
  const operation = 'changeRecordings';
  const file = fileId === undefined ? '' : '/{}';
  const status = action === 'recover' ? '/status' : '';
  const template = `/videosdk/sessions/{}/recordings${file}${status}`;
  const ids = fileId === undefined ? [sessionId] : [sessionId, fileId];
  if (action === 'recover') {
    const url = addressOf(operation, { baseUrl, template, ids });
    return { operation, label: 'light', url, method: 'PUT', body: { action } };
  }
  const url = addressOf(operation, { baseUrl, template, ids, query: { action } });
  return { operation, label: 'light', url, method: 'DELETE' };
}

function addressOf(operation: Operation, call: Parameters<typeof zoomPath>[0]): URL {
  try {
    return zoomPath(call);
  } catch (error) {
    if (error instanceof UnfitIdError)
      throw new ZoomIdRefusedError(operation, error.message, { cause: error });
    throw error;
  }
}
