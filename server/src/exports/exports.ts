import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { create as contentDisposition } from 'content-disposition';
import type {
  AuditEntry,
  AuditExportQuery,
  ExportQuery,
  Selection,
  SelectionRequest,
  Session,
  TrashType,
} from '../contract/index.ts';
import type { Log } from '../log.ts';
import { auditColumns } from './audit-columns.ts';
import { type FileRow, fileColumns, sessionColumns } from './columns.ts';
import { TooManyExports } from './errors.ts';
import { toExportName } from './file-name.ts';
import { createSelections } from './selections.ts';
import { type RowGroups, writeCsv, writeJson } from './write-rows.ts';

/** Each walks a list of its own; a person saves one at a time. */
const MOST_AT_ONCE = 4;
/** A reader that takes nothing for so long is gone. */
const IDLE_MS = 120_000;

const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
} as const;

/** Where the sessions come from, a few at a time, and what is known of chosen ones. */
export interface SessionSource {
  walkSessions(query: ExportQuery, signal: AbortSignal): AsyncIterable<Session[]>;
  walkChosen(
    chosen: { zoomIds: readonly string[]; trash?: TrashType | undefined },
    signal: AbortSignal,
  ): AsyncIterable<Session[]>;
  measureSessions(ids: readonly string[]): Promise<{ zoomIds: string[]; bytes: number }>;
}

/** Who is to be answered. `signal` fires when the reader has left. */
interface Answering {
  method: 'GET' | 'HEAD';
  response: ServerResponse;
  signal: AbortSignal;
}

/** One export to be answered. */
export interface ExportRequest extends Answering {
  query: ExportQuery;
}

/** The audit log to be answered as CSV. */
export interface AuditExport extends Answering {
  entries: RowGroups<AuditEntry>;
  query: AuditExportQuery;
}

export type Exports = ReturnType<typeof createExports>;

/** Lists as files that people keep: written while they are read, never held as a whole. */
export function createExports(deps: { source: SessionSource; log: Log; now?: () => number }) {
  const { source, log, now = Date.now } = deps;
  const selections = createSelections(now);
  let running = 0;

  return {
    /** Keeps chosen sessions for an export. Ids that are no sessions do not count. */
    async select({ ids }: SelectionRequest): Promise<Selection> {
      const { zoomIds, bytes } = await source.measureSessions(ids);
      return { id: selections.keep(zoomIds), sessions: zoomIds.length, bytes };
    },

    /**
     * Answers with the whole export, at the reader's pace. A failure on the way cuts the connection, so that half a file
     * never looks whole.
     *
     * @throws SelectionNotFound, TooManyExports, and whatever comes before the first byte.
     */
    async serve({ query, ...answering }: ExportRequest): Promise<void> {
      const text = write(query, sessionsOf(query, answering.signal));
      await serveText({ text, headers: toHeaders(query, now()), ...answering });
    },

    /** The same for the audit log. */
    async serveAudit({ entries, query, ...answering }: AuditExport): Promise<void> {
      const text = writeCsv(entries, { columns: auditColumns, raw: query.raw === '1' });
      const name = `matinee audit ${new Date(now()).toISOString().slice(0, 10)}.csv`;
      await serveText({ text, headers: headersFor('csv', name), ...answering });
    },
  };

  async function serveText(
    serving: Answering & { text: AsyncGenerator<string>; headers: Record<string, string> },
  ): Promise<void> {
    const { text, headers, method, response, signal } = serving;
    if (running >= MOST_AT_ONCE)
      throw new TooManyExports('Several exports run already. Wait for one to end.');
    running += 1;
    try {
      const first = method === 'HEAD' ? null : await text.next();
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (first === null) return void response.end();
      await send({ first: first.value ?? '', text, response, signal });
    } catch (error) {
      if (signal.aborted) return;
      if (!response.headersSent) throw error;
      log.error({ err: error }, 'an export broke off');
    } finally {
      running -= 1;
    }
  }

  function sessionsOf(query: ExportQuery, signal: AbortSignal): AsyncIterable<Session[]> {
    if (query.selection === undefined) return source.walkSessions(query, signal);
    return source.walkChosen({ zoomIds: selections.find(query.selection), trash: query.trash }, signal);
  }
}

function write(query: ExportQuery, sessions: RowGroups<Session>): AsyncGenerator<string> {
  const { format, rows } = query;
  const raw = query.raw === '1';
  if (rows === 'sessions') {
    const columns = sessionColumns;
    return format === 'csv' ? writeCsv(sessions, { columns, raw }) : writeJson(sessions, { columns });
  }
  const columns = fileColumns;
  const files = filesOf(sessions);
  return format === 'csv' ? writeCsv(files, { columns, raw }) : writeJson(files, { columns });
}

async function* filesOf(groups: RowGroups<Session>): AsyncGenerator<FileRow[]> {
  for await (const sessions of groups) {
    yield sessions.flatMap((session) => session.files.map((file) => ({ session, file })));
  }
}

function toHeaders(query: ExportQuery, nowMs: number): Record<string, string> {
  return headersFor(query.format, toExportName(query, nowMs));
}

function headersFor(format: ExportQuery['format'], name: string): Record<string, string> {
  return {
    'content-type': CONTENT_TYPES[format],
    'content-disposition': contentDisposition(name, { type: 'attachment' }),
    'cache-control': 'private, no-store',
  };
}

async function send(sending: {
  first: string;
  text: AsyncGenerator<string>;
  response: ServerResponse;
  signal: AbortSignal;
}): Promise<void> {
  const { first, text, response, signal } = sending;
  async function* whole() {
    yield first;
    try {
      yield* text;
    } catch (error) {
      // For an old reader (HTTP/1.0) the end of the connection is the end of the file: closed in order it would look whole.
      response.socket?.resetAndDestroy();
      throw error;
    }
  }
  response.setTimeout(IDLE_MS, () => response.destroy());
  await pipeline(Readable.from(whole(), { highWaterMark: 1 }), response, { signal });
}
