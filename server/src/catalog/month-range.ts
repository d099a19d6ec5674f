import type { Span } from './place-sessions.ts';
import { monthOfPosition } from './position.ts';

/** Months as text, both inclusive. */
export interface MonthRange {
  first: string;
  last: string;
}

/**
 * A span as whole UTC months, and the parts by which they differ from it: `added` lie in the span alone, `removed` in the
 * months alone. A month of which it holds more than half counts as whole, so that neither part is long.
 */
export function nearestMonths(span: Span): { months: MonthRange | null; added: Span[]; removed: Span[] } {
  const firstMs = nearestStart(span.fromMs);
  const endMs = nearestStart(span.toMs + 1);
  const added = [
    { fromMs: span.fromMs, toMs: Math.min(firstMs - 1, span.toMs) },
    { fromMs: Math.max(endMs, span.fromMs), toMs: span.toMs },
  ].filter(isSpan);
  const removed = [
    { fromMs: firstMs, toMs: span.fromMs - 1 },
    { fromMs: span.toMs + 1, toMs: endMs - 1 },
  ].filter(isSpan);
  if (firstMs >= endMs || lengthOf([...added, ...removed]) > lengthOf([span])) {
    return { months: null, added: [span], removed: [] };
  }
  return { months: { first: monthOfPosition(firstMs), last: monthOfPosition(endMs - 1) }, added, removed };
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { fromMs, toMs }) => sum + toMs + 1 - fromMs, 0);
}

function isSpan({ fromMs, toMs }: Span): boolean {
  return fromMs <= toMs;
}

/** The beginning of the month, or of the next one when that is nearer. */
function nearestStart(ms: number): number {
  const start = monthStart(ms);
  const next = nextMonthStart(ms);
  return ms - start <= next - ms ? start : next;
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
