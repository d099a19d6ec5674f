import type { Window, WindowProblem } from '@matinee/server/contract';

/** How fresh a list is that looks at one or several windows. */
export interface Freshness {
  state: Window['state'];
  /** When the window read longest ago was read; null when one of them never was. */
  syncedAt: string | null;
  records: number;
  /** Zoom's own count; null when it told none for one of them. */
  reportedTotal: number | null;
  unreadable: number;
  problem: WindowProblem | null;
}

/** The worst word wins: a list is complete only when all that it looks at is. A running pass is told before a failed one. */
const worstFirst: readonly Window['state'][] = ['syncing', 'failed', 'partial', 'unread', 'complete'];

/** Sums up the windows of a list; null when there are none. */
export function toFreshness(windows: readonly Window[]): Freshness | null {
  if (windows.length === 0) return null;
  const state = worstFirst.find((word) => windows.some((window) => window.state === word)) ?? 'unread';
  return {
    state,
    syncedAt: oldest(windows.map((window) => window.syncedAt)),
    records: sum(windows.map((window) => window.records)),
    reportedTotal: sumOrNull(windows.map((window) => window.reportedTotal)),
    unreadable: sum(windows.map((window) => window.unreadable)),
    problem: windows.find((window) => window.problem)?.problem ?? null,
  };
}

function oldest(times: readonly (string | null)[]): string | null {
  if (times.includes(null)) return null;
  return times.toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))[0] ?? null;
}

function sumOrNull(counts: readonly (number | null)[]): number | null {
  const known = counts.filter((count) => count !== null);
  return known.length === counts.length ? sum(known) : null;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
