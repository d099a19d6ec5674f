import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testSession } from '../../testing/test-data.ts';
import { holdNewRows } from './steady-rows.ts';

const rowsOf = (ids: readonly string[]) => ids.map((id) => testSession({ id }));
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

test('rows that would come above others wait, rows that follow the last do not', () => {
  const { rows, held } = holdNewRows(rowsOf(['c', 'e']), rowsOf(['a', 'b', 'c', 'd', 'e', 'f']));
  expect(idsOf(rows)).toEqual(['c', 'e', 'f']);
  expect(held).toBe(3);
});

test('known rows are shown as they are now, and those that are gone go', () => {
  const renamed = testSession({ id: 'b', name: 'Renamed' });
  const { rows } = holdNewRows(rowsOf(['a', 'b']), [testSession({ id: 'new' }), renamed]);
  expect(rows).toEqual([renamed]);
});

test('another list altogether is shown whole', () => {
  const fresh = rowsOf(['x', 'y']);
  expect(holdNewRows(rowsOf(['a', 'b']), fresh)).toEqual({ rows: fresh, held: 0 });
});

test('whatever comes, no row is lost, doubled or out of order, and shown rows keep what is above them', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 30 });
  fc.assert(
    fc.property(ids, ids, (shown, fresh) => {
      const { rows, held } = holdNewRows(rowsOf(shown), rowsOf(fresh));
      const drawn = idsOf(rows);
      expect(drawn).toEqual(fresh.filter((id) => drawn.includes(id)));
      expect(drawn.length + held).toBe(fresh.length);
      const kept = fresh.filter((id) => shown.includes(id));
      expect(drawn.slice(0, kept.length)).toEqual(kept.length > 0 ? kept : drawn.slice(0, 0));
    }),
  );
});

test('a row that the reader has moved comes back to its place at once', () => {
  const { rows, held } = holdNewRows(rowsOf(['b', 'd']), rowsOf(['a', 'b', 'c', 'd']), (id) => id === 'c');
  expect(idsOf(rows)).toEqual(['b', 'c', 'd']);
  expect(held).toBe(1);
});
