import type { Span } from './place-sessions.ts';
import { monthOfPosition } from './position.ts';

/** Months as text, both inclusive. */
export interface MonthRange {
  first: string;
  last: string;
}

/** The whole UTC months within a span, and what is left of it at either end. */
export function wholeMonths(span: Span): { months: MonthRange | null; edges: Span[] } {
  const firstStartMs = isMonthStart(span.fromMs) ? span.fromMs : nextMonthStart(span.fromMs);
  const lastEndMs = isMonthStart(span.toMs + 1) ? span.toMs : monthStart(span.toMs) - 1;
  if (firstStartMs > lastEndMs) return { months: null, edges: [span] };
  const edges = [
    { fromMs: span.fromMs, toMs: firstStartMs - 1 },
    { fromMs: lastEndMs + 1, toMs: span.toMs },
  ];
  return {
    months: { first: monthOfPosition(firstStartMs), last: monthOfPosition(lastEndMs) },
    edges: edges.filter(({ fromMs, toMs }) => fromMs <= toMs),
  };
}

/** The first millisecond of a month, `2026-11`. */
export function monthStartMs(month: string): number {
  return Date.parse(`${month}-01T00:00:00Z`);
}

/** Its last one. */
export function monthEndMs(month: string): number {
  return nextMonthStart(monthStartMs(month)) - 1;
}

function monthStart(ms: number): number {
  const date = new Date(ms);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

function nextMonthStart(ms: number): number {
  const date = new Date(ms);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

function isMonthStart(ms: number): boolean {
  return ms === monthStart(ms);
}
