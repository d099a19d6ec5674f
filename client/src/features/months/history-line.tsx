import { Button } from '@mantine/core';
import type { History } from '@matinee/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CirclePause, History as HistoryIcon, Hourglass } from 'lucide-react';
import { formatRecent, plural } from '../../lib/format.ts';
import { historyQuery } from '../../lib/history-query.ts';
import { postJson } from '../../lib/http.ts';
import { sentenceOf, windowSentence } from '../../lib/messages.ts';
import { formatMonth, type Month } from '../../lib/month.ts';
import { toProblem } from '../../lib/problem-error.ts';
import styles from './history-line.module.css';

/** How far the account's past is read, and whether that goes on. Says nothing where there is none to read. */
export function HistoryLine() {
  const { data: history } = useQuery(historyQuery());
  const change = useHistoryChange();
  if (!history || (history.state === 'done' && history.monthsRead === 0)) return null;
  return (
    <div className={styles.line}>
      <span className={styles.words}>
        {icons[history.state]}
        <span>{historyWords(history)}</span>
      </span>
      {history.problem && <span>{windowSentence(history.problem)}</span>}
      {change.sentence && <span role="alert">{change.sentence}</span>}
      {history.state !== 'done' && (
        <Button
          variant="default"
          size="compact-sm"
          disabled={change.isPending}
          onClick={() => change.mutate(history.state === 'paused' ? 'resume' : 'pause')}
        >
          {history.state === 'paused' ? 'Resume' : 'Pause'}
          <span className="visually-hidden">&nbsp;reading history</span>
        </Button>
      )}
      <span role="status" className="visually-hidden">
        {spoken[history.state]}
      </span>
    </div>
  );
}

/** Announced when a state begins, not with each month. */
const spoken: Readonly<Record<History['state'], string>> = {
  reading: 'Earlier months are being read.',
  paused: 'The reading of earlier months is paused.',
  waiting: 'The reading of earlier months waits.',
  done: 'All earlier months are read.',
};

const icons: Readonly<Record<History['state'], React.ReactNode>> = {
  reading: <HistoryIcon size={16} aria-hidden />,
  paused: <CirclePause size={16} aria-hidden />,
  waiting: <Hourglass size={16} aria-hidden />,
  done: <HistoryIcon size={16} aria-hidden />,
};

/** `Reading history · November 2025 · 12 months read`. */
function historyWords({ state, month, oldestMonth, monthsRead, resumesAt }: History): string {
  const read = `${plural(monthsRead, 'month')} read`;
  switch (state) {
    case 'reading':
      return ['Reading history', ...(month ? [formatMonth(toMonth(month))] : []), read].join(' · ');
    case 'paused':
      return `Reading history is paused · ${read}`;
    case 'waiting':
      return `Reading history is waiting${resumesAt ? ` until ${formatRecent(resumesAt)}` : ''} · ${read}`;
    default:
      return `History read${oldestMonth ? ` back to ${formatMonth(toMonth(oldestMonth))}` : ''} · ${read}`;
  }
}

/** The contract's month is checked by the server; the narrower type is ours. */
function toMonth(month: string): Month {
  return month as Month;
}

function useHistoryChange() {
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (action: 'pause' | 'resume') => postJson<History>('/api/history', { action }),
    onSuccess: (history) => queryClient.setQueryData(['history'], history),
  });
  const problem = error ? toProblem(error) : null;
  return { mutate, isPending, sentence: problem && sentenceOf(problem) };
}
