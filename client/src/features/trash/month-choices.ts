import type { TrashMonths } from '@matinee/server/contract';
import { compareMonths, type Month, parseMonth } from '../../lib/month.ts';

/** A month of recordings, and how many sessions of it are in the trash. */
export interface MonthChoice {
  month: Month;
  sessions: number;
}

/** What can be chosen, newest first: the months that the trash holds, and the chosen one, of which it may hold nothing any more. */
export function toMonthChoices(months: TrashMonths, chosen: Month | ''): MonthChoice[] {
  const held = months.flatMap(({ month: text, sessions }) => {
    const month = parseMonth(text);
    return month ? [{ month, sessions }] : [];
  });
  const isHeld = chosen === '' || held.some(({ month }) => month === chosen);
  const all = isHeld ? held : [...held, { month: chosen, sessions: 0 }];
  return all.toSorted((a, b) => compareMonths(b.month, a.month));
}

/** The month so many steps later (earlier, when negative) among the choices; from none in particular, earlier is the newest. */
export function stepMonth(
  choices: readonly MonthChoice[],
  { from, steps }: { from: Month | ''; steps: 1 | -1 },
): Month | undefined {
  const at = choices.findIndex(({ month }) => month === from);
  return choices[at - steps]?.month;
}
