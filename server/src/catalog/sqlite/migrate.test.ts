import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createScratchFolder } from '../../../test/scratch-folder.ts';
import { type Catalog, openCatalog } from '../open-catalog.ts';
import { everySession } from '../session-filter.ts';
import { sessionsFilesWindows } from './migrations/0001-sessions-files-windows.ts';

let scratch: ReturnType<typeof createScratchFolder>;
let catalog: Catalog;

beforeEach(() => {
  scratch = createScratchFolder();
  const dataDir = join(scratch.path, 'data');
  mkdirSync(dataDir);
  fillFirstLayout(join(dataDir, 'catalog.db'));
  catalog = openCatalog({ dataDir, log: pino({ level: 'silent' }) });
});
afterEach(() => {
  catalog.close();
  scratch.remove();
});

/** Two sessions as the first layout held them: one whose file is being made, one with a participant and a trashed file. */
function fillFirstLayout(path: string): void {
  const database = new Database(path);
  database.exec(`${sessionsFilesWindows}
    INSERT INTO sessions (rid, zoom_id, name, key, state, live_seq, parts_seq, files, bytes, kinds,
      parts_files, parts_bytes, parts_kinds, told, search) VALUES
      (3450000000000001, 'One==', 'Orchid', NULL, 0, 1, NULL, 1, 5, 2, 0, 0, 0, 'x', 'orchid' || char(10) || 'one=='),
      (3450000000000002, 'Two==', 'Lesson', 'Order-7', 0, 1, 1, 1, 5, 2, 1, 5, 2, 'x',
        'lesson' || char(10) || 'two==' || char(10) || 'order-7' || char(10) || 'ana');
    INSERT INTO files (session_rid, n, id, id_hash, id_is_zooms, source, kind, status, size_bytes, has_address,
      is_external, participant_name, user_key, lists) VALUES
      (3450000000000001, 0, 'f1', 11, 1, 0, 1, 'processing', 5, 1, 0, NULL, NULL, 1),
      (3450000000000002, 0, 'f2', 12, 1, 1, 1, 'completed', 5, 1, 0, 'Ana', 'U-1', 1),
      (3450000000000002, 1, 'f3', 13, 1, 0, 1, 'completed', 5, 0, 0, NULL, NULL, 2);
    INSERT INTO totals VALUES ('2026-09', 2, 2, 10, 0);
    PRAGMA user_version = 1;`);
  database.close();
}

async function found(narrowed: Partial<ReturnType<typeof everySession>>): Promise<string[]> {
  const { sessions } = await catalog.listSessions({
    filter: { ...everySession('live'), ...narrowed },
    sort: { field: 'start', isDescending: false },
    after: null,
    limit: 10,
  });
  return sessions.map(({ zoomId }) => zoomId);
}

test('brings a catalog of the first layout to what lists and searches need, with nothing lost', async () => {
  expect(await found({})).toEqual(['One==', 'Two==']);
  expect(await found({ states: ['processing'] })).toEqual(['One==']);
  expect(await found({ states: ['ready'] })).toEqual(['Two==']);
  expect(await found({ states: ['unavailable'] })).toEqual([]);
  expect(await found({ list: 'trashed-files', states: ['unavailable'] })).toEqual(['Two==']);
  expect(await found({ participant: 'u-1' })).toEqual(['Two==']);
  expect(await found({ words: ['chid'] })).toEqual(['One==']);
  expect(await found({ words: ['der-7', 'ana'] })).toEqual(['Two==']);
  expect(await found({ words: ['two='] })).toEqual([]);
  expect(await found({ words: ['two='], idPart: 'Two=' })).toEqual(['Two==']);
  const session = await catalog.findSession('Two==');
  expect(
    session?.files.map(({ id, participantName, isLive, isTrashed }) => [
      id,
      participantName,
      isLive,
      isTrashed,
    ]),
  ).toEqual([
    ['f2', 'Ana', true, false],
    ['f3', null, false, true],
  ]);
});

test('counts the files of words that were read before their counts were kept', async () => {
  catalog.close();
  const dataDir = join(scratch.path, 'data');
  const database = new Database(join(dataDir, 'catalog.db'));
  database.exec(`
    DROP TABLE moment_counts;
    DROP TRIGGER moment_files_insert;
    DROP TRIGGER moment_files_delete;
    DROP TRIGGER moment_work_insert;
    DROP TRIGGER moment_work_delete;
    DROP TRIGGER moment_work_update;
    INSERT INTO moment_files (ord, file_id, zoom_id, kind, state, stamp) VALUES
      (16, 'a', 'One==', 0, 0, ''), (32, 'b', 'Two==', 1, 1, ''), (33, 'c', 'Two==', 2, 2, '');
    INSERT INTO moment_work (zoom_id, position_ms, files) VALUES ('Two==', 1, 4), ('Three==', 2, 1);
    PRAGMA user_version = 11;`);
  database.close();
  catalog = openCatalog({ dataDir, log: pino({ level: 'silent' }) });
  expect(await catalog.moments.count()).toEqual({ indexed: 2, failed: 1, waiting: 5 });
});
