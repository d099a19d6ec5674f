import type { MonthSummary } from '@matinee/server/contract';
import { Link } from '@tanstack/react-router';
import { nameOfMonth } from '../../lib/month.ts';
import { describeMonth, monthOfSummary } from './month-words.ts';
import styles from './months-strip.module.css';
import { StateIcon } from './state-icon.tsx';

interface MonthBarProps {
  summary: MonthSummary;
  /** Share of the largest month's size, 0 to 1. */
  share: number;
  isShown: boolean;
  /** One bar at a time is in the tab order; arrows go to the others. */
  isTabStop: boolean;
  /** What the address says of this month; the current one is left out of it. */
  month: string | undefined;
}

/** Percent of the plot that the largest month takes: the rest is for the sign above a bar, whose height must not give way. */
const tallestPercent = 76;

/** One month as a link: its size as a height, its state as a pattern and a sign. */
export function MonthBar({ summary, share, isShown, isTabStop, month }: MonthBarProps) {
  const { state } = summary;
  const words = describeMonth(summary);
  const name = nameOfMonth(monthOfSummary(summary));
  return (
    <li className={styles.item}>
      <Link
        from="/recordings"
        to="/recordings"
        search={(before) => ({ ...before, month })}
        // The router's own idea of “active” would mark every month that the address leaves out.
        activeOptions={{ exact: true, explicitUndefined: true }}
        activeProps={{}}
        aria-current={isShown ? 'page' : undefined}
        aria-label={words}
        title={words}
        tabIndex={isTabStop ? 0 : -1}
        data-month={summary.month}
        className={styles.link}
      >
        <span className={styles.plot}>
          {state !== 'complete' && <StateIcon state={state} size={12} />}
          <span
            className={styles.bar}
            data-state={state}
            data-empty={summary.sessions === 0 || undefined}
            style={{ height: `${Math.round(share * tallestPercent)}%` }}
          />
        </span>
        <span className={styles.name}>
          {name === 'January' ? summary.month.slice(0, 4) : name.slice(0, 3)}
        </span>
      </Link>
    </li>
  );
}
