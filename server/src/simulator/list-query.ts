import { validationFailed } from './answers.ts';
import type { Answer } from './exchange.ts';
import type { Switches } from './switches.ts';
import { addDays, monthBefore, parseUtcDate, toUtcDate } from './utc-date.ts';

/** A list query as the simulator understood it. */
export interface ListQuery {
  /** Inclusive UTC dates; they say nothing about the trash. */
  from: string;
  to: string;
  pageSize: number;
  show: 'live' | 'trashed-sessions' | 'trashed-files';
}

/**
 * Reads the query as leniently as Zoom does (zoom-api.md 1.5): what makes no sense is as good as absent. The only
 * refusal is that of a long range, when the switch asks for it.
 */
export function readListQuery(
  query: Record<string, string>,
  context: { switches: Switches; nowMs: number },
): ListQuery | { refusal: Answer } {
  const { switches, nowMs } = context;
  const { from, to } = readRange(query, nowMs);
  const pageSize = readPageSize(query.page_size, switches);
  const show = readShow(query);
  const earliest = monthBefore(to);
  if (from >= earliest || show !== 'live' || switches.longRange === 'honour')
    return { from, to, pageSize, show };
  if (switches.longRange === 'truncate') return { from: earliest, to, pageSize, show };
  return { refusal: validationFailed('from', 'The date range must be within one month.') };
}

function readRange(query: Record<string, string>, nowMs: number): { from: string; to: string } {
  const today = toUtcDate(nowMs);
  const from = parseUtcDate(query.from);
  const to = parseUtcDate(query.to) ?? addDays(today, 1);
  return { from: from ?? [to, today].sort()[0] ?? today, to };
}

function readPageSize(text: string | undefined, switches: Switches): number {
  const asked = /^\d+$/.test(text ?? '') ? Number(text) : 0;
  return asked < 1 ? switches.defaultPageSize : Math.min(asked, switches.maxPageSize);
}

function readShow(query: Record<string, string>): ListQuery['show'] {
  if (query.trash !== 'true') return 'live';
  return query.trash_type === 'recording_file' ? 'trashed-files' : 'trashed-sessions';
}
