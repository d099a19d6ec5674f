import { Button } from '@mantine/core';
import { CircleAlert, CircleCheck, CircleDashed, RefreshCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatCount, formatRecent, plural } from '../lib/format.ts';
import type { Freshness } from '../lib/freshness.ts';
import { windowSentence } from '../lib/messages.ts';
import { Countdown } from './countdown.tsx';
import styles from './freshness-line.module.css';

interface FreshnessLineProps {
  freshness: Freshness;
  onRefresh: () => void;
  isRefreshing: boolean;
  /** Why the last press of Refresh came to nothing. */
  refreshProblem: string | null;
}

/** When what is on screen was read from Zoom, whether it is all, and how far a running pass has come. */
export function FreshnessLine({ freshness, onRefresh, isRefreshing, refreshProblem }: FreshnessLineProps) {
  const isSyncing = freshness.state === 'syncing';
  return (
    <div className={styles.line}>
      <span className={styles.words} data-state={freshness.state}>
        {icons[freshness.state]}
        <span>
          <FreshnessWords freshness={freshness} />
        </span>
      </span>
      {isSyncing && <PassProgress freshness={freshness} />}
      {refreshProblem && <span role="alert">{refreshProblem}</span>}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<RefreshCw size={14} aria-hidden />}
        onClick={onRefresh}
        disabled={isRefreshing || isSyncing}
      >
        Refresh
      </Button>
      <span role="status" className="visually-hidden">
        {spoken[freshness.state]}
      </span>
    </div>
  );
}

const icons: Record<Freshness['state'], ReactNode> = {
  complete: <CircleCheck size={16} aria-hidden />,
  syncing: <RefreshCw size={16} aria-hidden className={styles.spinning} />,
  partial: <TriangleAlert size={16} aria-hidden />,
  failed: <CircleAlert size={16} aria-hidden />,
  unread: <CircleDashed size={16} aria-hidden />,
};

/** Announced when a state begins, not with each step of a pass. */
const spoken: Record<Freshness['state'], string> = {
  complete: 'The list is complete.',
  syncing: 'Reading from Zoom.',
  partial: 'The list is incomplete.',
  failed: 'The list could not be read from Zoom.',
  unread: 'Not read from Zoom yet.',
};

function FreshnessWords({ freshness }: { freshness: Freshness }) {
  const read = freshness.syncedAt ? `Read ${formatRecent(freshness.syncedAt)}` : 'Not read wholly yet';
  switch (freshness.state) {
    case 'complete':
      return `${read} · complete · ${countWords(freshness)}`;
    case 'syncing':
      return `Reading from Zoom · ${countWords(freshness)}`;
    case 'partial':
      return `${read} · incomplete · ${countWords(freshness)}${unreadableWords(freshness)}`;
    case 'failed':
      return <FailedWords freshness={freshness} />;
    default:
      return 'Not read from Zoom yet';
  }
}

function FailedWords({ freshness }: { freshness: Freshness }) {
  const { problem, syncedAt } = freshness;
  const since = syncedAt ? ` What you see is from ${formatRecent(syncedAt)}.` : '';
  if (problem?.retryAfterSeconds) {
    return (
      <>
        Zoom asks us to slow down. Continuing in <Countdown seconds={problem.retryAfterSeconds} />.{since}
      </>
    );
  }
  const sentence = problem ? windowSentence(problem) : 'Could not be read from Zoom.';
  return (
    <span title={problem?.detail}>
      {sentence}
      {since}
    </span>
  );
}

function countWords({ records, reportedTotal }: Freshness): string {
  if (reportedTotal === null) return `${formatCount(records)} read`;
  return `${formatCount(records)} of ${formatCount(reportedTotal)}`;
}

function unreadableWords({ unreadable }: Freshness): string {
  return unreadable === 0 ? '' : ` · ${plural(unreadable, 'record')} could not be understood`;
}

function PassProgress({ freshness: { records, reportedTotal } }: { freshness: Freshness }) {
  if (!reportedTotal) return null;
  const share = Math.min(1, records / reportedTotal);
  return (
    <progress className={styles.progress} max={1} value={share} aria-label="Read from Zoom">
      {Math.round(share * 100)} %
    </progress>
  );
}
