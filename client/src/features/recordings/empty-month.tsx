import { Button } from '@mantine/core';
import type { Months } from '@matinee/server/contract';
import { formatBytes } from '../../lib/format.ts';
import { compareMonths, formatMonth, type Month, nameOfMonth, parseMonth } from '../../lib/month.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

interface EmptyMonthProps {
  month: Month | 'all';
  months: Months;
  onMonth: (month: Month) => void;
}

/** A month, or an account, without recordings. */
export function EmptyMonth({ month, months, onMonth }: EmptyMonthProps) {
  if (month === 'all' || isKnownEmpty(months)) return <NeverAny />;
  const next = nearestWorthALook(month, months);
  return (
    <EmptyState title={`No recordings in ${formatMonth(month)}.`}>
      <p>Recordings usually appear within a day or so of the session ending.</p>
      {next && (
        <Button variant="default" onClick={() => onMonth(next.month)}>
          Go to {nameOf({ month: next.month, beside: month })}
          {next.bytes > 0 && ` (${formatBytes(next.bytes)})`}
        </Button>
      )}
    </EmptyState>
  );
}

/** Whether every month was read and has nothing; a month that was never read may have. */
function isKnownEmpty(months: Months): boolean {
  return (
    months.length > 0 && months.every((summary) => summary.sessions === 0 && summary.state === 'complete')
  );
}

function NeverAny() {
  return (
    <EmptyState title="No cloud recordings yet.">
      <p>
        Zoom keeps a recording once a session of your Video SDK app has recorded to the cloud:{' '}
        <a href="https://developers.zoom.us/docs/video-sdk/" rel="noreferrer noopener" target="_blank">
          how to record
        </a>
      </p>
    </EmptyState>
  );
}

/** The nearest earlier month that has recordings or was never read, else the nearest later one. */
function nearestWorthALook(month: Month, months: Months): { month: Month; bytes: number } | undefined {
  const worth = months.flatMap(({ month: text, sessions, bytes, state }) => {
    const known = parseMonth(text);
    return known && known !== month && (sessions > 0 || state === 'unread') ? [{ month: known, bytes }] : [];
  });
  const newestFirst = worth.toSorted((a, b) => compareMonths(b.month, a.month));
  return newestFirst.find((known) => compareMonths(known.month, month) < 0) ?? newestFirst.at(-1);
}

function nameOf({ month, beside }: { month: Month; beside: Month }): string {
  return month.slice(0, 4) === beside.slice(0, 4) ? nameOfMonth(month) : formatMonth(month);
}
