import type { Months } from '@matinee/server/contract';
import { Table2 } from 'lucide-react';
import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react';
import type { Month } from '../../lib/month.ts';
import { MonthBar } from './month-bar.tsx';
import { MonthDetailsButton } from './month-details-button.tsx';
import styles from './months-strip.module.css';
import { useBarKeys } from './use-bar-keys.ts';

// The table is for those who ask for it.
const MonthsTable = lazy(async () => ({ default: (await import('./months-table.tsx')).MonthsTable }));

interface MonthsStripProps {
  /** Newest first, as the server gives them; undefined until it has answered. */
  months: Months | undefined;
  /** On screen; null when rows of many months are. */
  shown: Month | null;
  /** The current UTC month. */
  latest: Month;
}

/** With fewer months there is nothing to compare. */
const fewestMonths = 2;

/** The whole library month by month: each bar is a link, how tall its size, how drawn its state. */
export function MonthsStrip({ months, shown, latest }: MonthsStripProps) {
  const [isTable, setIsTable] = useState(false);
  // The place is kept while it is not known whether it is needed, so that the rows below do not jump.
  if (!months) return <div className={styles.strip} data-waiting />;
  if (months.filter(({ sessions }) => sessions > 0).length < fewestMonths) return null;
  const oldestFirst = months.toReversed();
  return (
    <nav aria-label="Months" className={styles.strip}>
      {isTable ? (
        <Suspense fallback={<p className={styles.wait}>Loading…</p>}>
          <MonthsTable months={months} shown={shown} latest={latest} />
        </Suspense>
      ) : (
        <Bars months={oldestFirst} shown={shown} latest={latest} />
      )}
      <div className={styles.tools}>
        <button
          type="button"
          className={styles.tool}
          aria-pressed={isTable}
          onClick={() => setIsTable((before) => !before)}
        >
          <Table2 size={14} aria-hidden />
          As table
        </button>
        {shown && <MonthDetailsButton key={shown} month={shown} months={months} />}
      </div>
    </nav>
  );
}

function Bars({ months, shown, latest }: { months: Months; shown: Month | null; latest: Month }) {
  const list = useRef<HTMLUListElement>(null);
  const keys = useBarKeys(list);
  const largest = Math.max(1, ...months.map(({ bytes }) => bytes));
  const wanted = keys.focused ?? shown ?? latest;
  const stop = months.some(({ month }) => month === wanted) ? wanted : latest;

  // Sideways only, inside the strip: the page stays where it is.
  useLayoutEffect(() => {
    const bar = list.current?.querySelector<HTMLElement>(`[data-month="${shown ?? latest}"]`);
    if (!list.current || !bar) return;
    list.current.scrollLeft = bar.offsetLeft + bar.offsetWidth / 2 - list.current.clientWidth / 2;
  }, [shown, latest]);

  return (
    <ul ref={list} className={styles.bars} onKeyDown={keys.handleKeyDown} onFocus={keys.handleFocus}>
      {months.map((summary) => (
        <MonthBar
          key={summary.month}
          summary={summary}
          share={summary.bytes / largest}
          isShown={summary.month === shown}
          isTabStop={summary.month === stop}
          month={summary.month === latest ? undefined : summary.month}
        />
      ))}
    </ul>
  );
}
