import type { Column, Value } from './columns.ts';
import { byteOrderMark, type Cell, guardFormula, toCsvLine } from './csv.ts';

/** Rows as they come, a few at a time. */
export type RowGroups<Row> = AsyncIterable<readonly Row[]>;

/** A table as RFC 4180 has it, with a heading; `raw` leaves out what keeps spreadsheets from evaluating cells. */
export async function* writeCsv<Row>(
  groups: RowGroups<Row>,
  { columns, raw }: { columns: readonly Column<Row>[]; raw: boolean },
): AsyncGenerator<string> {
  const guard = raw ? (text: string) => text : guardFormula;
  yield byteOrderMark +
    toCsvLine(
      columns.map(({ heading }) => heading),
      guard,
    );
  for await (const rows of groups) {
    const lines = rows.map((row) =>
      toCsvLine(
        columns.map((column) => toCell(column.value(row), column)),
        guard,
      ),
    );
    if (lines.length > 0) yield lines.join('');
  }
}

/** One array, an object on each line. JSON is not evaluated by anybody, so its texts are as they are. */
export async function* writeJson<Row>(
  groups: RowGroups<Row>,
  { columns }: { columns: readonly Column<Row>[] },
): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const rows of groups) {
    let text = '';
    for (const row of rows) {
      text +=
        separator + JSON.stringify(Object.fromEntries(columns.map(({ key, value }) => [key, value(row)])));
      separator = ',\n';
    }
    if (text !== '') yield text;
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

function toCell(value: Value, { isTime }: Column<never>): Cell {
  if (Array.isArray(value)) return value.join(', ');
  return isTime && typeof value === 'string' ? toTableTime(value) : value;
}

/** `2026-03-04T14:05:11.000Z` → `2026-03-04 14:05:11`; the heading says that it is UTC. */
function toTableTime(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}
