import type { Log } from '../log.ts';
import { createChangesCatalog } from './changes/open-changes.ts';
import { createRecentMoves } from './changes/recent-moves.ts';
import { createCheck } from './check.ts';
import { createSearchColumns } from './columns/search-columns.ts';
import { createCounts } from './counts.ts';
import { createDurably } from './durably.ts';
import { createKnownFileIds } from './file-ids.ts';
import { findFile, findSession, findSessions, loadSessions } from './find.ts';
import { isHistoryPaused, saveHistoryPause } from './history-pause.ts';
import { type LandedSession, type Landing, landSessions } from './land-sessions.ts';
import { type ListRequest, listKeys, listSessions } from './list-sessions.ts';
import { createMomentsCatalog } from './moments/open-moments.ts';
import { createPauses } from './pauses.ts';
import { loadPosition, type PositionRecord, savePosition } from './positions.ts';
import type { CatalogTotals } from './rows.ts';
import {
  deleteSavedSearch,
  listSavedSearches,
  type SavedSearchRecord,
  saveSearch,
} from './saved-searches.ts';
import { createSeenUnchanged } from './seen-unchanged.ts';
import { nextSequence } from './sequence.ts';
import type { SessionFilter } from './session-filter.ts';
import { markCleanStop } from './sqlite/clean-stop.ts';
import { connect } from './sqlite/connect.ts';
import { closeDatabase, openDatabase, openInMemory, openReader } from './sqlite/open-database.ts';
import { countUnseen, type Swept, type WindowScope } from './sweep.ts';
import { loadMonthTotals, loadTotals, totalsOf } from './totals.ts';
import { loadTrashMonths } from './trash-months.ts';
import { createUntilChanged } from './until-changed.ts';
import { createWebhookInbox } from './webhook-inbox.ts';
import { endPass, failWindow, loadEveryWindow, loadWindows, type PassEnd } from './windows.ts';

/** Filters whose sums are kept, and files that are played: people look at few at a time, page after page, part after part. */
const MOST_ANSWERS = 200;

export type Catalog = ReturnType<typeof openCatalog>;

/**
 * Opens the catalog of a data folder (`:memory:` for one that nobody else sees): everything we know of the recordings.
 * Questions and changes are named functions; nobody outside this folder writes SQL.
 *
 * @throws CatalogError with a sentence for a person.
 */
export function openCatalog({ dataDir, log }: { dataDir: string; log: Log }) {
  const isInMemory = dataDir === ':memory:';
  const opened = isInMemory ? { database: openInMemory(), hold: null } : openDatabase({ dataDir, log });
  const { database, hold } = opened;
  const reader = isInMemory ? database : openReader(dataDir);
  const writes = connect(database);
  // A second connection, so that lists answer between the statements of a landing page, not after all of them.
  const reads = isInMemory ? writes : connect(reader);
  const durably = createDurably({ database, db: writes });
  const seen = createSeenUnchanged();
  const fileIds = createKnownFileIds(reads);
  const place = { db: reads, columns: createSearchColumns(reads) };
  const moves = createRecentMoves();
  let changes = 0;
  const kept = { version: () => changes, most: MOST_ANSWERS };

  async function land(landing: Landing): Promise<LandedSession[]> {
    const landed = await moves.landCurrent(landing, (current) =>
      landSessions({ db: writes, seen, fileIds }, current),
    );
    if (landed.some(({ isChanged }) => isChanged)) changes += 1;
    return landed;
  }

  async function end(pass: PassEnd): Promise<Swept> {
    const swept = await endPass({ db: writes, seen }, pass);
    if (pass.record) seen.forgetMonth(pass.record.id);
    if (swept.removed > 0) changes += 1;
    return swept;
  }

  return {
    nextSequence: () => nextSequence(writes),
    landSessions: land,
    countUnseen: (unseen: { scope: WindowScope; before: number }) => countUnseen({ db: reads, seen }, unseen),
    endPass: end,
    failWindow: (id: string, problem: string) => failWindow(writes, { id, problem }),
    loadEveryWindow: () => loadEveryWindow(reads),
    loadWindows: (ids: readonly string[]) => loadWindows(reads, ids),
    prepareSearches: (signal: AbortSignal) => place.columns.prepare(signal),
    listSessions: (request: ListRequest) => listSessions(place, request),
    listKeys: (request: ListRequest) => listKeys(place, request),
    totalsOf: createUntilChanged<SessionFilter, CatalogTotals>({
      ...kept,
      keyOf: JSON.stringify,
      ask: (filter) => totalsOf(place, filter),
    }),
    loadTotals: (scopes: readonly string[]) => loadTotals(reads, scopes),
    loadMonthTotals: () => loadMonthTotals(reads),
    loadTrashMonths: (list: 'trashed-files' | 'trashed-sessions') => loadTrashMonths(reads, list),
    findSession: (zoomId: string) => findSession(reads, zoomId),
    findSessions: (zoomIds: readonly string[]) => findSessions(reads, zoomIds),
    loadSessions: (rids: readonly number[]) => loadSessions(reads, rids),
    findFile: createUntilChanged({ ...kept, keyOf: (id: string) => id, ask: (id) => findFile(reads, id) }),
    counts: createCounts(database),
    pauses: createPauses(database),
    isHistoryPaused: () => isHistoryPaused(database),
    saveHistoryPause: (state: 'paused' | 'running') => saveHistoryPause(durably, state),
    listSavedSearches: () => listSavedSearches(reads),
    saveSearch: (kept: { record: SavedSearchRecord; limit: number }) => saveSearch(durably, kept),
    deleteSavedSearch: (id: string) => deleteSavedSearch(durably, id),
    loadPosition: (zoomId: string) => loadPosition(reads, zoomId),
    savePosition: (saved: { zoomId: string; position: PositionRecord; nowMs: number }) =>
      savePosition(durably, saved),
    check: createCheck({ database, counts: createCounts(database) }),
    moments: createMomentsCatalog({ writes, reads, dataDir: isInMemory ? null : dataDir }),
    webhookInbox: createWebhookInbox({ writes, reads, durably }),
    changes: createChangesCatalog({
      reads,
      writes,
      durably,
      onMoved(moved) {
        moves.note(moved);
        if (moved.length > 0) changes += 1;
      },
    }),
    close() {
      if (!hold) return void database.close();
      reader.close();
      closeDatabase(database);
      markCleanStop(dataDir);
      hold.release();
    },
  };
}
