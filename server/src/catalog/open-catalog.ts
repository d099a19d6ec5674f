import type { Log } from '../log.ts';
import { createCounts } from './counts.ts';
import { findFile, findSession } from './find.ts';
import { type Landing, landSessions } from './land-sessions.ts';
import { type ListRequest, listSessions } from './list-sessions.ts';
import { createPauses } from './pauses.ts';
import { nextSequence } from './sequence.ts';
import type { SessionFilter } from './session-filter.ts';
import { markCleanStop } from './sqlite/clean-stop.ts';
import { connect } from './sqlite/connect.ts';
import { closeDatabase, openDatabase, openInMemory, openReader } from './sqlite/open-database.ts';
import { countUnseen, type WindowScope } from './sweep.ts';
import { loadMonthTotals, loadTotals, totalsOf } from './totals.ts';
import { endPass, failWindow, loadWindows, type PassEnd } from './windows.ts';

export type Catalog = ReturnType<typeof openCatalog>;

/**
 * Opens the catalog of a data folder (`:memory:` for one that nobody else sees): everything we know of the recordings.
 * Questions and changes are named functions; nobody outside this folder writes SQL.
 *
 * @throws CatalogError with a sentence for a person.
 */
export function openCatalog({ dataDir, log }: { dataDir: string; log: Log }) {
  const isInMemory = dataDir === ':memory:';
  const database = isInMemory ? openInMemory() : openDatabase({ dataDir, log });
  const reader = isInMemory ? database : openReader(dataDir);
  const writes = connect(database);
  // A second connection, so that lists answer between the statements of a landing page, not after all of them.
  const reads = isInMemory ? writes : connect(reader);

  return {
    nextSequence: () => nextSequence(writes),
    landSessions: (landing: Landing) => landSessions(writes, landing),
    countUnseen: (unseen: { scope: WindowScope; before: number }) => countUnseen(reads, unseen),
    endPass: (end: PassEnd) => endPass(writes, end),
    failWindow: (id: string, problem: string) => failWindow(writes, { id, problem }),
    loadWindows: (ids: readonly string[]) => loadWindows(reads, ids),
    listSessions: (request: ListRequest) => listSessions(reads, request),
    totalsOf: (filter: SessionFilter) => totalsOf(reads, filter),
    loadTotals: (scopes: readonly string[]) => loadTotals(reads, scopes),
    loadMonthTotals: () => loadMonthTotals(reads),
    findSession: (zoomId: string) => findSession(reads, zoomId),
    findFile: (id: string) => findFile(reads, id),
    counts: createCounts(database),
    pauses: createPauses(database),
    close() {
      if (isInMemory) return void database.close();
      reader.close();
      closeDatabase(database);
      markCleanStop(dataDir);
    },
  };
}
