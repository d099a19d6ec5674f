import { timeZoneSetting } from './settings.ts';

/** Shown wherever a value is missing or zero: a missing size is not a size of nothing. */
export const missing = '–';

/** The interface speaks English, so its numbers and dates do too, whatever the browser's language. */
const locale = 'en-GB';

export interface TimeOptions {
  /** IANA name; left out, the one the reader chose: their own, or UTC. */
  timeZone?: string;
}

const byteUnits = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;
const byteWords = ['bytes', 'kilobytes', 'megabytes', 'gigabytes', 'terabytes', 'petabytes'] as const;

/** `1204` → `1,204`. */
export function formatCount(count: number): string {
  return count.toLocaleString(locale);
}

/** `2_800_000_000` → `2.8 GB`, decimal units; null and 0 → `–`. */
export function formatBytes(sizeBytes: number | null): string {
  return bytesIn(sizeBytes, byteUnits);
}

/** As {@link formatBytes}, within a sentence: `2 GB`, not `2.0 GB`. */
export function sayBytes(sizeBytes: number | null): string {
  return formatBytes(sizeBytes).replace('.0 ', ' ');
}

/** As {@link sayBytes}, in words to be read aloud: `2.8 gigabytes`. */
export function speakBytes(sizeBytes: number | null): string {
  return sizeBytes ? bytesIn(sizeBytes, byteWords).replace('.0 ', ' ') : 'size unknown';
}

function bytesIn(sizeBytes: number | null, units: readonly string[]): string {
  if (!sizeBytes || sizeBytes < 0) return missing;
  if (sizeBytes === 1) return `1 ${units[0]?.slice(0, -1)}`;
  // 999,500 would round to "1,000 kB", so the step up is taken on the rounded value.
  let value = sizeBytes;
  let step = 0;
  while (step < units.length - 1 && value >= 999.5) {
    value /= 1000;
    step += 1;
  }
  return `${digitsOf(value, { isWhole: step === 0 })} ${units[step]}`;
}

/** One decimal up to ten, always written: in a column `2.0 MB` stands well under `1.5 MB`. */
function digitsOf(value: number, { isWhole }: { isWhole: boolean }): string {
  const most = isWhole || value >= 100 ? 0 : 1;
  const least = isWhole || value >= 9.95 ? 0 : 1;
  return value.toLocaleString(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
}

/** `68` → `1 h 8 min`, `42` → `42 min`; null and 0 → `–`. */
export function formatMinutes(minutes: number | null): string {
  if (!minutes || minutes < 0) return missing;
  const whole = Math.max(1, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${formatCount(hours)} h` : `${formatCount(hours)} h ${rest} min`;
}

/** As {@link formatMinutes}, in words to be read aloud: `1 hour 8 minutes`. */
export function speakMinutes(minutes: number | null): string {
  if (!minutes || minutes < 0) return 'length unknown';
  const whole = Math.max(1, Math.round(minutes));
  const words = [plural(Math.floor(whole / 60), 'hour'), plural(whole % 60, 'minute')];
  return words.filter((word) => !word.startsWith('0 ')).join(' ');
}

/** `plural(1, 'file')` → `1 file`, `plural(1204, 'file')` → `1,204 files`. */
export function plural(count: number, word: string): string {
  return `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** `Fri 20 Nov 2026, 14:05`, in the reader's time; null → `–`. */
export function formatDateTime(iso: string | null, options: TimeOptions = {}): string {
  return inParts(
    iso,
    options,
    (part) => `${part.weekday} ${part.day} ${part.month} ${part.year}, ${part.time}`,
  );
}

/** `14:05`, in the reader's time; null → `–`. */
export function formatTime(iso: string | null, options: TimeOptions = {}): string {
  return inParts(iso, options, (part) => part.time);
}

/** `20 Nov 2026`, in the reader's time; null → `–`. */
export function formatDay(iso: string | null, options: TimeOptions = {}): string {
  return inParts(iso, options, (part) => `${part.day} ${part.month} ${part.year}`);
}

/** `20 Nov`, in the reader's time: enough for what is at most weeks away; null → `–`. */
export function formatDayMonth(iso: string | null, options: TimeOptions = {}): string {
  return inParts(iso, options, (part) => `${part.day} ${part.month}`);
}

/** `Fri 20, 14:05`: enough where the month is on the page already; null → `–`. */
export function formatDayTime(iso: string | null, options: TimeOptions = {}): string {
  return inParts(iso, options, (part) => `${part.weekday} ${part.day}, ${part.time}`);
}

/** `10:42` today, `20 Nov, 10:42` on another day: when something was read. */
export function formatRecent(iso: string, options: TimeOptions & { now?: Date } = {}): string {
  const today = formatDay((options.now ?? new Date()).toISOString(), options);
  if (formatDay(iso, options) === today) return formatTime(iso, options);
  return inParts(iso, options, (part) => `${part.day} ${part.month}, ${part.time}`);
}

/** `20 Nov 2026, 13:05 UTC`: the moment as Zoom files it; null → `–`. */
export function formatUtc(iso: string | null): string {
  return inParts(
    iso,
    { timeZone: 'UTC' },
    (part) => `${part.day} ${part.month} ${part.year}, ${part.time} UTC`,
  );
}

/** `Friday 20 November 14:05`, to be read aloud; null → `start unknown`. */
export function speakDateTime(iso: string | null, options: TimeOptions = {}): string {
  const date = parse(iso);
  if (!date) return 'start unknown';
  const timeZone = zoneOf(options);
  const words = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(timeZone && { timeZone }),
  });
  return `${words.format(date).replace(',', '')} ${formatTime(iso, options)}`;
}

interface DateParts {
  weekday: string;
  day: string;
  month: string;
  year: string;
  time: string;
}

function inParts(iso: string | null, options: TimeOptions, compose: (parts: DateParts) => string): string {
  const date = parse(iso);
  if (!date) return missing;
  const found = new Map(
    partsFormat(options)
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): string => found.get(name) ?? '';
  return compose({
    weekday: part('weekday'),
    day: part('day'),
    // British English writes "Sept"; every other month has three letters.
    month: part('month').slice(0, 3),
    year: part('year'),
    time: `${part('hour')}:${part('minute')}`,
  });
}

function partsFormat(options: TimeOptions): Intl.DateTimeFormat {
  const timeZone = zoneOf(options);
  const key = timeZone ?? '';
  const kept = partsFormats.get(key);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone && { timeZone }),
  });
  partsFormats.set(key, made);
  return made;
}

/** Making a formatter costs more than a whole row does, and a list shows thousands of times: one per zone is kept. */
const partsFormats = new Map<string, Intl.DateTimeFormat>();

/** Undefined is the time zone of the machine. */
function zoneOf({ timeZone }: TimeOptions): string | undefined {
  return timeZone ?? (timeZoneSetting.read() === 'utc' ? 'UTC' : undefined);
}

function parse(iso: string | null): Date | undefined {
  if (!iso) return undefined;
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
