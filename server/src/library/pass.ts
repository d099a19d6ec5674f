import type { Catalog } from '../catalog/open-catalog.ts';
import type { WindowRecord } from '../catalog/rows.ts';
import type { WindowScope } from '../catalog/sweep.ts';
import type { Log } from '../log.ts';
import type { Glance } from './glance.ts';
import type { Reading, ReadingRequest } from './read-window.ts';
import type { Walk } from './walk.ts';
import { monthRange, type ReadingKey, readingName, toSpan, trashList, windowId } from './window-key.ts';
import { incomplete } from './window-problem.ts';

/** Rows that slip between pages are read again so many times before the window is called partial. */
const MAX_SLIPPED = 3;
/** A list shorter than Zoom's own count is read once more. */
const MAX_SHORT = 2;

/** How a pass ended: what the last reading came to, and either what may be removed or why nobody can vouch for it. */
type Verdict = { result: Walk; sweepBefore: number | null } | { result: Walk; reason: string };

/** Reads windows as a whole; `runPass` brings one up to date and records how that ended. What breaks it is thrown. */
export function createPass(deps: {
  catalog: Catalog;
  prepareReading: (request: ReadingRequest) => Reading;
  glance: Pick<Glance, 'isEnough' | 'trust'>;
  now: () => number;
  log: Log;
}) {
  const { catalog, prepareReading, glance, now, log } = deps;

  return async function runPass(request: ReadingRequest): Promise<void> {
    if (await glance.isEnough(request)) return;
    const { key, signal } = request;
    const scope = toScope(key);
    const verdict = await readUntilSure({ read: prepareReading(request), scope, signal });
    const { result } = verdict;
    const swept = await catalog.endPass({
      record: toRecord(key, verdict),
      sweep:
        'reason' in verdict || verdict.sweepBefore === null ? null : { scope, before: verdict.sweepBefore },
    });
    if (key.kind !== 'days' && !('reason' in verdict) && result.unreadable === 0) glance.trust(key);
    const line = { window: readingName(key), ...result, removed: swept.removed };
    if ('reason' in verdict)
      log.warn({ ...line, reason: verdict.reason }, 'a window could not be read whole');
    else log.debug(line, 'a window was read whole');
  };

  /** Null for days: what is known of their month as a whole, and since when, stays as it is. */
  function toRecord(key: ReadingKey, verdict: Verdict): WindowRecord | null {
    if (key.kind === 'days') return null;
    const { total, pages, unreadable } = verdict.result;
    return {
      id: windowId(key),
      state: 'reason' in verdict ? 'partial' : 'complete',
      syncedMs: now(),
      reportedTotal: total,
      pages,
      unreadable,
      problem: 'reason' in verdict ? JSON.stringify(incomplete(verdict.reason)) : null,
      isDue: false,
    };
  }

  /**
   * Reads until the list has held still from its first page to its last. What no page showed may be removed then; when
   * the list had several pages, or none, only after a second such reading in a row has missed it too.
   */
  async function readUntilSure(reading: {
    read: Reading;
    scope: WindowScope;
    signal: AbortSignal;
  }): Promise<Verdict> {
    const { read, scope, signal } = reading;
    const patience = createPatience();
    let missedSince: number | null = null;
    for (;;) {
      const before = await catalog.nextSequence();
      const result = await read();
      signal.throwIfAborted();
      if (result.outcome !== 'clean') {
        const reason = patience.lose(result.outcome);
        if (reason !== null) return { result, reason };
        missedSince = null;
        continue;
      }
      if (missedSince !== null) return { result, sweepBefore: missedSince };
      const unseen = await catalog.countUnseen({ scope, before });
      if (unseen > 0 && result.sessions === 0 && result.total === null) {
        return { result, reason: 'Zoom’s list came empty and without a count.' };
      }
      // An unreadable record may be any of the rows that were not seen.
      if (unseen === 0 || result.unreadable > 0) return { result, sweepBefore: null };
      if (result.pages === 1 && result.sessions > 0) return { result, sweepBefore: before };
      missedSince = before;
    }
  }
}

/** How often a window is read again for each way in which a list can disagree with itself. */
function createPatience() {
  let slipped = 0;
  let short = 0;
  return {
    /** Null: read again. Otherwise why the window stays partial. */
    lose(outcome: Walk['outcome']): string | null {
      if (outcome === 'other-range') return 'Zoom answered with other dates than it was asked for.';
      if (outcome === 'slipped') {
        slipped += 1;
        return slipped < MAX_SLIPPED ? null : 'The list kept changing while it was read.';
      }
      short += 1;
      return short < MAX_SHORT ? null : 'Zoom counts more sessions than it lists.';
    },
  };
}

function toScope(key: ReadingKey): WindowScope {
  if (key.kind === 'trash') return { list: trashList(key.trash) };
  return { list: 'live', span: toSpan(key.kind === 'days' ? key : monthRange(key.month)) };
}
