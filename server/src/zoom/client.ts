import type { Log } from '../log.ts';
import { createAddressPolicy, type OutboundHosts } from './address-policy.ts';
import { createAgent } from './agents.ts';
import type { AskOptions, RateLabel, Urgency } from './ask.ts';
import { createFileOpener, type OpenedFile, type OpenFileRequest } from './download.ts';
import type { Operation } from './errors.ts';
import type { ZoomHealth, ZoomState } from './health.ts';
import { exchangeJson } from './json-exchange.ts';
import { zoomPath } from './paths.ts';
import { refusalOf } from './refusal.ts';
import { parseRecordingsPage, parseSession, type RecordingsPage, type ZoomSession } from './schemas.ts';
import { createTokenSource } from './token.ts';

export type {
  AskOptions,
  OpenedFile,
  OpenFileRequest,
  RateLabel,
  RecordingsPage,
  Urgency,
  ZoomHealth,
  ZoomSession,
  ZoomState,
};

export interface ListRecordingsQuery {
  from?: string;
  to?: string;
  trash?: boolean;
  trashType?: 'session_recordings' | 'recording_file';
  pageSize?: number;
  nextPageToken?: string;
}

export interface ZoomClientOptions {
  baseUrl: string;
  credentials: { apiKey: string; apiSecret: string };
  hosts: OutboundHosts;
  rates: Record<RateLabel, number>;
  log: Log;
  now?: () => number;
  pauses?: { load(): Record<string, number>; save(label: string, untilMs: number | null): void };
}

export interface ZoomClient {
  listRecordings(query: ListRecordingsQuery, ask: AskOptions): Promise<RecordingsPage>;
  getSession(sessionId: string, ask: AskOptions): Promise<ZoomSession>;
  openFile(request: OpenFileRequest): Promise<OpenedFile>;
  health(): ZoomHealth;
  onHealth(listener: (health: ZoomHealth) => void): () => void;
  pause(label: RateLabel): { untilMs: number } | null;
  close(): Promise<void>;
}

export function createZoomClient(options: ZoomClientOptions): ZoomClient {
  const { baseUrl, credentials, now = Date.now } = options;
  const policy = createAddressPolicy(options);
  const api = createAgent({ policy, connections: 64 });
  const media = createAgent({ policy, connections: 256 });
  const token = createTokenSource({ credentials, now });
  const startedMs = now();

  async function ask<T>(operation: Operation, url: URL, asked: AskOptions, parse: (json: unknown) => T) {
    const signal = asked.signal ?? new AbortController().signal;
    const answer = await exchangeJson(api, { operation, url, token: token.current(), signal });
    const refusal = refusalOf(operation, answer);
    if (refusal) throw refusal;
    return parse(answer.json);
  }

  return {
    listRecordings(query, asked) {
      const url = zoomPath({
        baseUrl,
        template: '/videosdk/recordings',
        ids: [],
        query: {
          from: query.from,
          to: query.to,
          trash: query.trash === undefined ? undefined : String(query.trash),
          trash_type: query.trashType,
          page_size: query.pageSize === undefined ? undefined : String(query.pageSize),
          next_page_token: query.nextPageToken,
        },
      });
      return ask('listRecordings', url, asked, parseRecordingsPage);
    },
    getSession(sessionId, asked) {
      const url = zoomPath({ baseUrl, template: '/videosdk/sessions/{}/recordings', ids: [sessionId] });
      return ask('getSession', url, asked, parseSession);
    },
    openFile: createFileOpener({ dispatcher: media, policy, token }),
    health: () => ({ state: 'unknown', since: startedMs, detail: null }),
    onHealth: () => () => {},
    pause: () => null,
    async close() {
      await Promise.all([api.destroy(), media.destroy()]);
    },
  };
}
