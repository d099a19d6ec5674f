import { Button } from '@mantine/core';
import type { Window } from '@matinee/server/contract';
import { useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatCount, formatRecent } from '../../lib/format.ts';
import { messages, windowSentence } from '../../lib/messages.ts';
import { daysOf, type Month } from '../../lib/month.ts';
import { useRefresh } from '../../lib/use-refresh.ts';
import { windowsQuery } from '../../lib/windows-query.ts';
import styles from './month-details.module.css';
import { type MonthState, stateWords } from './month-words.ts';
import { StateIcon } from './state-icon.tsx';

/** Inside of a month's popover: how completely it was read, why not, and the way to read it again. */
export function MonthDetails({ month, state }: { month: Month; state: MonthState }) {
  const days = daysOf(month);
  const windows = useQuery(windowsQuery());
  const { onRefresh, isRefreshing, refreshProblem } = useRefresh(days);
  const window = windows.data?.find(({ from }) => from === days.from);
  return (
    <>
      <p className={styles.state}>
        <StateIcon state={state} size={16} /> {capitalised(stateWords[state])}
      </p>
      {window?.problem && <p className={styles.problem}>{windowSentence(window.problem)}</p>}
      {window && <Facts window={window} />}
      {windows.isError && (
        <p role="alert">
          When and how it was read could not be asked.{' '}
          <Button variant="default" size="compact-sm" onClick={() => void windows.refetch()}>
            {messages.tryAgain}
          </Button>
        </p>
      )}
      {refreshProblem && <p role="alert">{refreshProblem}</p>}
      <Button
        variant="default"
        size="compact-md"
        leftSection={<RefreshCw size={14} aria-hidden />}
        onClick={onRefresh}
        disabled={isRefreshing || state === 'syncing'}
      >
        Read again
      </Button>
    </>
  );
}

function Facts({ window }: { window: Window }) {
  const { syncedAt, pages, records, reportedTotal, unreadable } = window;
  return (
    <dl className={styles.facts}>
      <Fact name="Read">{syncedAt ? formatRecent(syncedAt) : 'never wholly'}</Fact>
      <Fact name="Pages">{formatCount(pages)}</Fact>
      <Fact name="Sessions here">{formatCount(records)}</Fact>
      <Fact name="Zoom counts">{reportedTotal === null ? 'not told' : formatCount(reportedTotal)}</Fact>
      <Fact name="Not understood">{unreadable === 0 ? 'none' : formatCount(unreadable)}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
