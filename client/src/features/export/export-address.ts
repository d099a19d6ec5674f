import { type SessionsFilter, toFilterParams } from '../../lib/sessions-query.ts';

export interface ExportOptions {
  format: 'csv' | 'json';
  /** One line for each session, or for each of its files. */
  rows: 'sessions' | 'files';
  /** Without the guard that keeps spreadsheets from evaluating cells; only CSV has one. */
  isRaw: boolean;
}

/** Whose lines are exported: a filter's, or those of a selection that the server keeps under this id. */
export type ExportSource = { filter: SessionsFilter } | { selection: string };

/** The address that answers with the file. */
export function exportAddress(source: ExportSource, { format, rows, isRaw }: ExportOptions): string {
  const params =
    'filter' in source ? toFilterParams(source.filter) : new URLSearchParams({ selection: source.selection });
  params.set('format', format);
  params.set('rows', rows);
  if (isRaw && format === 'csv') params.set('raw', '1');
  return `/api/export?${params}`;
}
