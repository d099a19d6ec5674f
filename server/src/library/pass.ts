import type { Catalog } from '../catalog/open-catalog.ts';
import type { WindowRecord } from '../catalog/rows.ts';
import type { WindowScope } from '../catalog/sweep.ts';
import type { Log } from '../log.ts';
import type { ZoomClient } from '../zoom/client.ts';
import type { RecordingsPage } from '../zoom/schemas.ts';
import type { LandAnswer } from './land-answer.ts';
import { readRange } from './read-range.ts';
import { type Walk, walkPages } from './walk.ts';
import { type DateRange, monthRange, toDate, toSpan, type WindowKey, windowId } from './window-key.ts';
import { incomplete } from './window-problem.ts';

/** As large as pages get (zoom-api.md 2.1). */
const PAGE_SIZE = 300;
/** Rows that slip between pages are read again so many times before the window is called partial. */
const MAX_SLIPPED = 3;
/** A list shorter than Zoom's own count is read once more. */
const MAX_SHORT = 2;

export interface PassRequest {
  key: WindowKey;
  signal: AbortSignal;
  /** Called after each page that has landed. */
  onPage: () => void;
}

/** Reads windows. `runPass` brings one up to date and records how that ended; what breaks it is thrown. */
export function createPass(deps: {
  catalog: Catalog;
  zoom: Pick<ZoomClient, 'listRecordings'>;
  landAnswer: LandAnswer;
  now: () => number;
  log: Log;
}) {
  const { catalog, zoom, landAnswer, now, log } = deps;

  /**
   * Reads a window as a whole, page after page into the catalog. What no page showed is removed only at a clean end; when
   * the list had several pages, or none, only after a second clean reading has missed it too.
   */
  return async function runPass({ key, signal, onPage }: PassRequest): Promise<void> {
    const scope = toScope(key);
    const bad = { slipped: 0, short: 0 };
    let isFirstPage = true;
    let missedSince: number | null = null;

    const ask = (range: DateRange | null, nextPageToken: string) =>
      zoom.listRecordings(toQuery({ key, range, nextPageToken }), {
        urgency: isFirstPage ? 'person' : 'background',
        signal,
      });
    const land = async (page: RecordingsPage, range: DateRange | null) => {
      signal.throwIfAborted();
      await landAnswer({ sessions: page.sessions, list: scope.list, range });
      isFirstPage = false;
      if (page.unreadable.length > 0) {
        log.warn(
          { window: windowId(key), unreadable: page.unreadable },
          'Zoom listed records that cannot be read',
        );
      }
      onPage();
    };
    const walk = (range: DateRange | null) =>
      walkPages({
        range,
        today: toDate(now()),
        ask: (token) => ask(range, token),
        land: (page, isOurRange) => land(page, isOurRange ? range : null),
      });

    for (;;) {
      const before = await catalog.nextSequence();
      const result = await readRange(key.kind === 'month' ? monthRange(key.month) : null, walk);
      signal.throwIfAborted();
      const verdict = judge(result, bad);
      if (verdict === 'again') {
        missedSince = null;
        continue;
      }
      if (verdict !== 'clean') return endPartial({ key, result, reason: verdict });
      if (missedSince !== null) return endComplete({ key, scope, result, sweepBefore: missedSince });
      const unseen = await catalog.countUnseen({ scope, before });
      if (unseen > 0 && result.sessions === 0 && result.total === null) {
        return endPartial({ key, result, reason: 'Zoom’s list came empty and without a count.' });
      }
      // An unreadable record may be any of the rows that were not seen.
      if (unseen === 0 || result.unreadable > 0)
        return endComplete({ key, scope, result, sweepBefore: null });
      if (result.pages === 1 && result.sessions > 0) {
        return endComplete({ key, scope, result, sweepBefore: before });
      }
      missedSince = before;
    }
  };

  async function endComplete(end: {
    key: WindowKey;
    scope: WindowScope;
    result: Walk;
    sweepBefore: number | null;
  }): Promise<void> {
    const { key, scope, result, sweepBefore } = end;
    const swept = await catalog.endPass({
      record: toRecord({ key, result, state: 'complete', problem: null }),
      sweep: sweepBefore === null ? null : { scope, before: sweepBefore },
    });
    log.debug({ window: windowId(key), ...result, removed: swept.removed }, 'a window was read whole');
  }

  async function endPartial(end: { key: WindowKey; result: Walk; reason: string }): Promise<void> {
    const { key, result, reason } = end;
    log.warn({ window: windowId(key), ...result }, 'a window could not be read whole');
    const problem = JSON.stringify(incomplete(reason));
    await catalog.endPass({ record: toRecord({ key, result, state: 'partial', problem }), sweep: null });
  }

  function toRecord(end: {
    key: WindowKey;
    result: Walk;
    state: 'complete' | 'partial';
    problem: string | null;
  }): WindowRecord {
    return {
      id: windowId(end.key),
      state: end.state,
      syncedMs: now(),
      reportedTotal: end.result.total,
      pages: end.result.pages,
      unreadable: end.result.unreadable,
      problem: end.problem,
      isDue: false,
    };
  }
}

/** `clean`, `again`, or why the window stays partial. */
function judge(result: Walk, bad: { slipped: number; short: number }): string {
  if (result.outcome === 'other-range') return 'Zoom answered with other dates than it was asked for.';
  if (result.outcome === 'slipped') {
    bad.slipped += 1;
    return bad.slipped < MAX_SLIPPED ? 'again' : 'The list kept changing while it was read.';
  }
  if (result.outcome === 'short') {
    bad.short += 1;
    return bad.short < MAX_SHORT ? 'again' : 'Zoom counts more sessions than it lists.';
  }
  return 'clean';
}

function toScope(key: WindowKey): WindowScope {
  if (key.kind === 'month') return { list: 'live', span: toSpan(monthRange(key.month)) };
  return { list: key.trash === 'recording_file' ? 'trashed-files' : 'trashed-sessions' };
}

function toQuery(page: { key: WindowKey; range: DateRange | null; nextPageToken: string }) {
  const { key, range, nextPageToken } = page;
  return {
    pageSize: PAGE_SIZE,
    ...(nextPageToken === '' ? {} : { nextPageToken }),
    ...(range ?? {}),
    ...(key.kind === 'trash' ? { trash: true, trashType: key.trash } : {}),
  };
}
