import type { Months } from '@matinee/server/contract';
import { lazy, useState } from 'react';
import { formatMonth, type Month } from '../../lib/month.ts';
import { PanelPopover } from '../../ui/panel-popover.tsx';
import { monthOfSummary, stateWords } from './month-words.ts';
import styles from './months-strip.module.css';
import { StateIcon } from './state-icon.tsx';

// What it says is needed only by those who open it.
const MonthDetails = lazy(async () => ({ default: (await import('./month-details.tsx')).MonthDetails }));

/** How completely the month on screen is known, and more of it on a click. */
export function MonthDetailsButton({ month, months }: { month: Month; months: Months }) {
  const [isOpen, setIsOpen] = useState(false);
  const state = months.find((known) => monthOfSummary(known) === month)?.state ?? 'unread';
  const name = formatMonth(month);
  return (
    <PanelPopover
      isOpen={isOpen}
      onOpen={setIsOpen}
      title={name}
      position="bottom-end"
      target={
        <button
          type="button"
          className={styles.tool}
          aria-label={`About ${name}: ${stateWords[state]}`}
          onClick={() => setIsOpen((before) => !before)}
        >
          <StateIcon state={state} size={14} />
          About {name}
        </button>
      }
    >
      <MonthDetails month={month} state={state} />
    </PanelPopover>
  );
}
