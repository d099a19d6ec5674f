import type { TrashType } from '../contract/index.ts';

/** What is read as a whole: the live sessions of one UTC calendar month, or one trash. */
export type WindowKey = { kind: 'month'; month: string } | { kind: 'trash'; trash: TrashType };

/** A window, or some days of the live sessions, which are read as one and recorded nowhere. */
export type ReadingKey = WindowKey | ({ kind: 'days' } & DateRange);

/** UTC dates `YYYY-MM-DD`, both inclusive. */
export interface DateRange {
  from: string;
  to: string;
}

const DAY_MS = 86_400_000;

/** The catalog's id of a window: `2026-11` or `trash:recording_file`. */
export function windowId(key: WindowKey): string {
  return key.kind === 'month' ? key.month : `trash:${key.trash}`;
}

/** What a reading is called in the log. */
export function readingName(key: ReadingKey): string {
  return key.kind === 'days' ? `${key.from} to ${key.to}` : windowId(key);
}

/** The dates a reading asks for; null for a trash, which has none. */
export function rangeOf(key: ReadingKey): DateRange | null {
  if (key.kind === 'trash') return null;
  return key.kind === 'days' ? { from: key.from, to: key.to } : monthRange(key.month);
}

/** The catalog's name of a trash; it is also the scope of its sums. */
export function trashList(trash: TrashType): 'trashed-files' | 'trashed-sessions' {
  return trash === 'recording_file' ? 'trashed-files' : 'trashed-sessions';
}

/** First to last day of a UTC month: 28 to 31 days, which is what Zoom calls a month (zoom-api.md 2.3). */
export function monthRange(month: string): DateRange {
  const year = Number(month.slice(0, 4));
  const first = new Date(0);
  first.setUTCFullYear(year, Number(month.slice(5, 7)), 0); // day 0 of the next month is this one's last
  return { from: `${month}-01`, to: toDate(first.getTime()) };
}

/** The months that a range touches, oldest first. */
export function monthsTouching({ from, to }: DateRange): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = addMonths(month, 1)) months.push(month);
  return months;
}

/** That many months later, or earlier. */
export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** A range in two halves without gap or overlap; null when it is a single day. */
export function halves({ from, to }: DateRange): [DateRange, DateRange] | null {
  const fromMs = startOfDateMs(from);
  const days = Math.round((startOfDateMs(to) - fromMs) / DAY_MS);
  if (days < 1) return null;
  const middleMs = fromMs + Math.floor((days - 1) / 2) * DAY_MS;
  return [
    { from, to: toDate(middleMs) },
    { from: toDate(middleMs + DAY_MS), to },
  ];
}

/** First and last millisecond of a range. */
export function toSpan({ from, to }: DateRange): { fromMs: number; toMs: number } {
  return { fromMs: startOfDateMs(from), toMs: startOfDateMs(to) + DAY_MS - 1 };
}

/** The UTC date of a moment. */
export function toDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The UTC month of a moment. */
export function toMonth(ms: number): string {
  return new Date(ms).toISOString().slice(0, 7);
}

function startOfDateMs(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
