import { formatMonth, type Month } from '../../../lib/month.ts';
import styles from './filters.module.css';

interface ScopeSwitchProps {
  month: Month | 'all';
  /** The month to come back to from everywhere. */
  home: Month;
  onMonth: (month: Month | 'all') => void;
}

/** Whether search and filters look through one month or through the whole library. */
export function ScopeSwitch({ month, home, onMonth }: ScopeSwitchProps) {
  return (
    <fieldset className={styles.scope}>
      <legend className="visually-hidden">Look for sessions</legend>
      <button
        type="button"
        className={styles.part}
        aria-pressed={month !== 'all'}
        onClick={() => month === 'all' && onMonth(home)}
      >
        In {formatMonth(home)}
      </button>
      <button
        type="button"
        className={styles.part}
        aria-pressed={month === 'all'}
        onClick={() => onMonth('all')}
      >
        Everywhere
      </button>
    </fieldset>
  );
}
