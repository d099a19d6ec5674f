import { Button } from '@mantine/core';
import type { MonthSummary, Months, Window } from '@matinee/server/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatBytes, formatCount, formatRecent, missing } from '../../lib/format.ts';
import { windowSentence } from '../../lib/messages.ts';
import { daysOf, formatMonth, type Month } from '../../lib/month.ts';
import { useRefresh } from '../../lib/use-refresh.ts';
import { windowsQuery } from '../../lib/windows-query.ts';
import { monthOfSummary, stateWords } from './month-words.ts';
import styles from './months-table.module.css';
import { StateIcon } from './state-icon.tsx';

interface MonthsTableProps {
  /** Newest first. */
  months: Months;
  shown: Month | null;
  latest: Month;
}

/** The strip in figures: what each month holds, and how completely it was read. */
export function MonthsTable({ months, shown, latest }: MonthsTableProps) {
  const windows = useQuery(windowsQuery());
  const windowOf = new Map(windows.data?.map((window) => [window.from?.slice(0, 7), window]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroller} tabIndex={0} aria-label="Months as a table">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col" data-numeric>
              Size
            </th>
            <th scope="col" data-numeric>
              Sessions
            </th>
            <th scope="col" data-numeric>
              Zoom counts
            </th>
            <th scope="col">State</th>
            <th scope="col">Read</th>
            <th scope="col">
              <span className="visually-hidden">Read again</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((summary) => (
            <MonthRow
              key={summary.month}
              summary={summary}
              window={windowOf.get(summary.month)}
              isShown={summary.month === shown}
              isLatest={summary.month === latest}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface MonthRowProps {
  summary: MonthSummary;
  window: Window | undefined;
  isShown: boolean;
  isLatest: boolean;
}

function MonthRow({ summary, window, isShown, isLatest }: MonthRowProps) {
  const { bytes, sessions, state } = summary;
  const month = monthOfSummary(summary);
  return (
    <tr data-shown={isShown || undefined}>
      <th scope="row">
        <Link
          from="/recordings"
          to="/recordings"
          search={(before) => ({ ...before, month: isLatest ? undefined : month })}
          // The router's own idea of “active” would mark every month that the address leaves out.
          activeOptions={{ exact: true, explicitUndefined: true }}
          activeProps={{}}
          aria-current={isShown ? 'page' : undefined}
        >
          {formatMonth(month)}
        </Link>
      </th>
      <td data-numeric>{formatBytes(bytes)}</td>
      {/* Of a month that was never read nobody knows that it has none. */}
      <td data-numeric>{state === 'unread' && sessions === 0 ? missing : formatCount(sessions)}</td>
      <td data-numeric>{window?.reportedTotal == null ? missing : formatCount(window.reportedTotal)}</td>
      <td className={styles.state}>
        <StateIcon state={state} size={14} /> {stateWords[state]}
        {window?.problem && <span className={styles.problem}>{windowSentence(window.problem)}</span>}
        {window && window.unreadable > 0 && <span>{formatCount(window.unreadable)} not understood</span>}
      </td>
      <td>{window?.syncedAt ? formatRecent(window.syncedAt) : missing}</td>
      <td>
        <ReadAgain month={month} isReading={state === 'syncing'} />
      </td>
    </tr>
  );
}

function ReadAgain({ month, isReading }: { month: Month; isReading: boolean }) {
  const { onRefresh, isRefreshing, refreshProblem } = useRefresh(daysOf(month));
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Read ${formatMonth(month)} again`}
        onClick={onRefresh}
        disabled={isRefreshing || isReading}
      >
        Read again
      </Button>
      {refreshProblem && <span role="alert">{refreshProblem}</span>}
    </>
  );
}
