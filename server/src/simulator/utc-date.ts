const DAY_MS = 86_400_000;

/** The UTC date of a moment (ms) as `yyyy-mm-dd`. */
export function toUtcDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The moment as Zoom writes one: ISO-8601 in UTC, whole seconds. */
export function toZoomTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** The date so many days later. */
export function addDays(date: string, days: number): string {
  return toUtcDate(Date.parse(date) + days * DAY_MS);
}

/** The same day a month earlier, or that month's last day when it is shorter. */
export function monthBefore(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
  return toUtcDate(Date.UTC(year, month - 2, Math.min(day, lastDay)));
}

/** The date when it is a real one written `yyyy-mm-dd`, else undefined. */
export function parseUtcDate(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) || toUtcDate(ms) !== text ? undefined : text;
}
