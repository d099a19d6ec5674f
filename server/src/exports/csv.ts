/** A cell: text that came from elsewhere, a number or time that we made, or nothing. */
export type Cell = string | number | null;

/** Told to spreadsheets, which otherwise read UTF-8 as their country's old code page. */
export const byteOrderMark = '\uFEFF';

/**
 * What makes a spreadsheet evaluate a cell (OWASP, "CSV injection"): its first character, in full width too, also behind
 * spaces and invisible characters that some programs drop.
 */
const evaluated = /^(?:[\t\r\n\0]|[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

/** Text that no spreadsheet evaluates: what could be a formula begins with an apostrophe. */
export function guardFormula(text: string): string {
  return evaluated.test(text) ? `'${text}` : text;
}

/** One record of RFC 4180 with its line end. `guard` is applied to every text, never to numbers, which are ours. */
export function toCsvLine(cells: readonly Cell[], guard: (text: string) => string): string {
  return `${cells.map((cell) => toField(cell, guard)).join(',')}\r\n`;
}

function toField(cell: Cell, guard: (text: string) => string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = guard(cell);
  // Spaces at the ends and other countries' separators are quoted too: some readers would take them for their own.
  return /[",\r\n\t;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
