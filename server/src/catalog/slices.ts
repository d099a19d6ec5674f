import { monthEndMs, monthStartMs } from './month-range.ts';
import type { Span } from './place-sessions.ts';
import type { CatalogTotals } from './rows.ts';

/** Rows of one step: a few tens of milliseconds even where each is compared in full. */
const MOST_SESSIONS = 20_000;

/**
 * The live sessions of a span in steps of limited size, newest first, so that whoever else waits gets a turn between two.
 * `months` are the kept sums, oldest first: they tell where the sessions are.
 */
export function slicesOf(span: Span | null, months: readonly (CatalogTotals & { month: string })[]): Span[] {
  const slices: Span[] = [];
  let open: { span: Span; sessions: number } | null = null;
  for (const { month, sessions } of months.toReversed()) {
    const whole = { fromMs: monthStartMs(month), toMs: monthEndMs(month) };
    const shared = span ? overlap(whole, span) : whole;
    if (!shared) continue;
    if (open && open.sessions + sessions <= MOST_SESSIONS) {
      open = { span: { fromMs: shared.fromMs, toMs: open.span.toMs }, sessions: open.sessions + sessions };
      continue;
    }
    if (open) slices.push(...cut(open));
    open = { span: shared, sessions };
  }
  return open ? [...slices, ...cut(open)] : slices;
}

function overlap(a: Span, b: Span): Span | null {
  const both = { fromMs: Math.max(a.fromMs, b.fromMs), toMs: Math.min(a.toMs, b.toMs) };
  return both.fromMs <= both.toMs ? both : null;
}

/** A month of very many, by time; the newest part first. */
function cut({ span, sessions }: { span: Span; sessions: number }): Span[] {
  const count = Math.max(1, Math.ceil(sessions / MOST_SESSIONS));
  const stepMs = (span.toMs + 1 - span.fromMs) / count;
  return Array.from({ length: count }, (_, n) => ({
    fromMs: Math.floor(span.fromMs + (count - 1 - n) * stepMs),
    toMs: Math.floor(span.fromMs + (count - n) * stepMs) - 1,
  }));
}
