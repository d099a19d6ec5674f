import '@mantine/dates/styles.css';
import { Button, TextInput } from '@mantine/core';
import { MonthPicker } from '@mantine/dates';
import type { Months } from '@matinee/server/contract';
import { useState } from 'react';
import { formatBytes, plural } from '../../lib/format.ts';
import { compareMonths, formatMonth, type Month, nameOfMonth, parseMonth } from '../../lib/month.ts';
import styles from './month-panel.module.css';

interface MonthPanelProps {
  month: Month | 'all';
  latest: Month;
  months: Months;
  onMonth: (month: Month | 'all') => void;
}

/** Inside of the month popover: typing, a year of months with what each holds, or all of them. */
export function MonthPanel({ month, latest, months, onMonth }: MonthPanelProps) {
  const known = new Map(months.map((summary) => [summary.month, summary]));
  return (
    <div className={styles.panel}>
      <MonthEntry latest={latest} onMonth={onMonth} />
      <MonthPicker
        value={month === 'all' ? null : `${month}-01`}
        defaultDate={`${month === 'all' ? latest : month}-01`}
        maxDate={`${latest}-01`}
        onChange={(day) => {
          const chosen = day ? parseMonth(day.slice(0, 7)) : undefined;
          if (chosen) onMonth(chosen);
        }}
        ariaLabels={{
          previousYear: 'Previous year',
          nextYear: 'Next year',
          previousDecade: 'Previous decade',
          nextDecade: 'Next decade',
        }}
        getMonthControlProps={(day) => {
          const shown = parseMonth(day.slice(0, 7));
          return shown ? controlOf(shown, known.get(shown)) : {};
        }}
        classNames={{ monthsListControl: styles.control ?? '' }}
      />
      <Button
        variant="default"
        size="compact-md"
        fullWidth
        onClick={() => onMonth('all')}
        disabled={month === 'all'}
      >
        All months
      </Button>
    </div>
  );
}

/** Name of a month with the size of its recordings below; the accessible name says both in full. */
function controlOf(month: Month, summary: Months[number] | undefined) {
  const bytes = summary?.bytes ?? null;
  return {
    'aria-label': `${formatMonth(month)}, ${contentWords(summary)}`,
    children: (
      <span className={styles.month}>
        {nameOfMonth(month).slice(0, 3)}
        <span className={styles.size}>{formatBytes(bytes)}</span>
      </span>
    ),
  };
}

function contentWords(summary: Months[number] | undefined): string {
  if (summary?.bytes) return `${plural(summary.sessions, 'session')}, ${formatBytes(summary.bytes)}`;
  return summary?.state === 'complete' ? 'no recordings' : 'not read yet';
}

function MonthEntry({ latest, onMonth }: Pick<MonthPanelProps, 'latest' | 'onMonth'>) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);

  function submit(event: React.SubmitEvent): void {
    event.preventDefault();
    const month = parseMonth(text);
    if (!month) setError('A month looks like 2026-11.');
    else if (compareMonths(month, latest) > 0) setError(`${formatMonth(month)} has not begun.`);
    else onMonth(month);
  }

  return (
    <form className={styles.entry} onSubmit={submit} noValidate>
      <TextInput
        label="Month"
        placeholder={latest}
        value={text}
        error={error}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setError(null);
        }}
        maxLength={10}
        className={styles.text ?? ''}
        data-autofocus
      />
      <Button type="submit" variant="default">
        Go
      </Button>
    </form>
  );
}
