import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { addMonths, compareMonths, type Month, monthOf, parseMonth } from '../lib/month.ts';

/** Ways to other months. `shown` is the month on screen; null where there is none. Filters stay, as with the month's own buttons. */
export function useGoToMonth() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const search = useSearch({ strict: false });
  const latest = monthOf(new Date());
  const said = 'month' in search ? search.month : undefined;
  const isList = pathname === '/recordings';
  const shown = isList ? (parseMonth(said ?? '') ?? latest) : null;

  function goTo(month: Month): void {
    const next = { month: month === latest ? undefined : month };
    void navigate({
      to: '/recordings',
      search: (before: object) => (isList ? { ...before, ...next } : next),
    });
  }

  function step(months: number): void {
    // From all months the first step back leads to the latest.
    const next = said === 'all' ? latest : addMonths(shown ?? latest, months);
    if (compareMonths(next, latest) <= 0) goTo(next);
  }

  return { shown, goTo, step };
}
