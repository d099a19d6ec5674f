import fc from 'fast-check';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { connect } from '../sqlite/connect.ts';
import { migrate } from '../sqlite/migrate.ts';
import { countFiles } from './moment-files.ts';

const id = fc.nat(5);
const change = fc.oneof(
  fc.tuple(
    fc.constant('INSERT OR IGNORE INTO moment_files VALUES (?1, ?1, ?1, 0, ?2, ?1, NULL, NULL)'),
    id,
    fc.nat(2),
  ),
  fc.tuple(fc.constant('DELETE FROM moment_files WHERE ord = ?1 AND ?2 >= 0'), id, fc.nat(2)),
  fc.tuple(
    fc.constant(`INSERT INTO moment_work (zoom_id, position_ms, files) VALUES (?1, 0, ?2)
      ON CONFLICT (zoom_id) DO UPDATE SET files = excluded.files, revision = revision + 1`),
    id,
    fc.nat(4),
  ),
  fc.tuple(fc.constant('UPDATE moment_work SET files = ?2 WHERE zoom_id = ?1'), id, fc.nat(4)),
  fc.tuple(fc.constant('DELETE FROM moment_work WHERE zoom_id = ?1 AND ?2 >= 0'), id, fc.nat(4)),
);

test('what is counted is what there is, whatever came and went', async () => {
  const database = new Database(':memory:');
  migrate(database);
  const db = connect(database);
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 20 }), async (changes) => {
      database.exec('BEGIN');
      for (const [sql, ...values] of changes) database.prepare(sql).run(...values);
      const [counted] = database
        .prepare(`SELECT (SELECT count(*) FROM moment_files WHERE state < 2) AS indexed,
          (SELECT count(*) FROM moment_files WHERE state = 2) AS failed,
          (SELECT coalesce(sum(files), 0) FROM moment_work) AS waiting`)
        .all();
      const kept = await countFiles(db);
      database.exec('ROLLBACK');
      expect(kept).toEqual(counted);
    }),
  );
  database.close();
});
