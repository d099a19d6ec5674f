import type { Months } from '@matinee/server/contract';
import type { PaletteCommand } from '../features/palette/palette.tsx';
import { formatBytes } from '../lib/format.ts';
import { compareMonths, formatMonth, type Month, parseMonth } from '../lib/month.ts';

interface MonthCommandsOptions {
  months: Months;
  /** The current UTC month: there are no recordings after it. */
  latest: Month;
  typed: string;
  goTo: (month: Month) => void;
}

/** Every known month, and the one that is typed as `2026-10` even if nobody has read it. */
export function monthCommands({ months, latest, typed, goTo }: MonthCommandsOptions): PaletteCommand[] {
  const known = months.flatMap(({ month, bytes }) => {
    const parsed = parseMonth(month);
    return parsed ? [{ month: parsed, bytes }] : [];
  });
  const wanted = parseMonth(typed);
  const isNew = wanted && compareMonths(wanted, latest) <= 0 && !known.some(({ month }) => month === wanted);
  return [...(isNew ? [{ month: wanted, bytes: 0 }] : []), ...known].map(({ month, bytes }) => ({
    group: 'Months',
    words: formatMonth(month),
    // A typed `2026/10` is found too.
    alias: month === wanted ? `${month} ${typed}` : month,
    ...(bytes > 0 && { detail: `· ${formatBytes(bytes)}` }),
    run: () => goTo(month),
  }));
}
