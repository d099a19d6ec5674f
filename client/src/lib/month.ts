/** A UTC calendar month, `2026-11`. Whole-number arithmetic: a Date would drag the reader's time zone in. */
export type Month = `${number}-${string}`;

const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2026-11`, also `2026-1`, `2026/11` or ` 2026 11 ` as people type it; undefined for anything else. */
export function parseMonth(text: string): Month | undefined {
  const found = /^\s*(20\d\d)[-/. ](0?[1-9]|1[0-2])\s*$/.exec(text);
  return found ? toMonth(Number(found[1]) * 12 + Number(found[2]) - 1) : undefined;
}

/** The month `steps` months after (before, when negative). */
export function addMonths(month: Month, steps: number): Month {
  return toMonth(toOrdinal(month) + steps);
}

/** Negative when `a` is earlier than `b`, 0 when they are the same month. */
export function compareMonths(a: Month, b: Month): number {
  return toOrdinal(a) - toOrdinal(b);
}

/** The UTC month of a moment. */
export function monthOf(moment: Date): Month {
  return toMonth(moment.getUTCFullYear() * 12 + moment.getUTCMonth());
}

/** First and last day of a month as inclusive UTC dates, `2026-02-01` and `2026-02-28`. */
export function daysOf(month: Month): { from: string; to: string } {
  const ordinal = toOrdinal(month);
  return { from: `${month}-01`, to: `${month}-${lastDay(Math.floor(ordinal / 12), (ordinal % 12) + 1)}` };
}

/** `November 2026`. */
export function formatMonth(month: Month): string {
  return `${nameOfMonth(month)} ${month.slice(0, 4)}`;
}

/** `November`. */
export function nameOfMonth(month: Month): string {
  return names[toOrdinal(month) % 12] ?? month;
}

function toOrdinal(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function toMonth(ordinal: number): Month {
  const year = Math.floor(ordinal / 12);
  return `${year}-${String(ordinal - year * 12 + 1).padStart(2, '0')}`;
}

function lastDay(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
