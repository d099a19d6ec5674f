import { Loader, Popover } from '@mantine/core';
import type { Months } from '@matinee/server/contract';
import { lazy, Suspense, useState } from 'react';
import { formatMonth, type Month } from '../../lib/month.ts';
import { monthOfSummary, stateWords } from './month-words.ts';
import styles from './months-strip.module.css';
import { StateIcon } from './state-icon.tsx';

// What it says is needed only by those who open it.
const MonthDetails = lazy(async () => ({ default: (await import('./month-details.tsx')).MonthDetails }));

/** How completely the month on screen is known, and more of it on a click. */
export function MonthDetailsButton({ month, months }: { month: Month; months: Months }) {
  const [isOpen, setIsOpen] = useState(false);
  const summary = months.find((known) => monthOfSummary(known) === month);
  const state = summary?.state ?? 'unread';
  const name = formatMonth(month);
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      trapFocus
      returnFocus
      position="bottom-end"
      shadow="md"
      withinPortal={false}
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.tool}
          aria-label={`About ${name}: ${stateWords[state]}`}
          onClick={() => setIsOpen((before) => !before)}
        >
          <StateIcon state={state} size={14} />
          About {name}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`About ${name}`}>
        <Suspense fallback={<Loader size="sm" aria-label="Loading" />}>
          <MonthDetails month={month} state={state} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
