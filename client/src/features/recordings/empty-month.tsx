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
  const hasAny = months.some((summary) => summary.sessions > 0);
  if (month === 'all' || (!hasAny && months.length > 0)) return <NeverAny />;
  const next = nearestWithRecordings(month, months);
  return (
    <EmptyState title={`No recordings in ${formatMonth(month)}.`}>
      <p>Recordings usually appear within a day or so of the session ending.</p>
      {next && (
        <Button variant="default" onClick={() => onMonth(next.month)}>
          Go to {nameOf({ month: next.month, beside: month })} ({formatBytes(next.bytes)})
        </Button>
      )}
    </EmptyState>
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

/** The nearest earlier month that has recordings, else the nearest later one. */
function nearestWithRecordings(month: Month, months: Months): { month: Month; bytes: number } | undefined {
  const full = months.flatMap(({ month: text, sessions, bytes }) => {
    const known = parseMonth(text);
    return known && sessions > 0 ? [{ month: known, bytes }] : [];
  });
  const newestFirst = full.toSorted((a, b) => compareMonths(b.month, a.month));
  return newestFirst.find((known) => compareMonths(known.month, month) < 0) ?? newestFirst.at(-1);
}

function nameOf({ month, beside }: { month: Month; beside: Month }): string {
  return month.slice(0, 4) === beside.slice(0, 4) ? nameOfMonth(month) : formatMonth(month);
}
