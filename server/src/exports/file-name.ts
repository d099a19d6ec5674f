import type { ExportQuery } from '../contract/index.ts';

/** What an export is saved as, like `matinee recordings 2026-11.csv`. Made of our words and dates alone. */
export function toExportName(query: ExportQuery, nowMs: number): string {
  const what = query.rows === 'files' ? 'files' : 'recordings';
  return `${['matinee', what, ...whereOf(query), whenOf(query, nowMs)].filter(Boolean).join(' ')}.${query.format}`;
}

function whereOf({ trash, selection }: ExportQuery): string[] {
  if (selection !== undefined) return ['selection'];
  return trash === undefined ? [] : ['trash'];
}

/** A selection and a whole trash are named by the day they were exported. */
function whenOf({ from, to, month, trash, selection }: ExportQuery, nowMs: number): string {
  const today = new Date(nowMs).toISOString();
  if (selection !== undefined) return today.slice(0, 10);
  if (month !== undefined) return month;
  if (from !== undefined && to !== undefined) return from === to ? from : `${from} to ${to}`;
  return trash === undefined ? today.slice(0, 7) : today.slice(0, 10);
}
