import { Button } from '@mantine/core';
import type { Change } from '@matinee/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CirclePause, CircleSlash, LoaderCircle } from 'lucide-react';
import { useChangeDesk } from '../../lib/changes/change-desk.ts';
import { actionWords, outcomeWords } from '../../lib/changes/change-words.ts';
import { isOver, showChange } from '../../lib/changes/changes-query.ts';
import { formatBytes, formatRecent } from '../../lib/format.ts';
import { postJson } from '../../lib/http.ts';
import styles from './activity.module.css';
import { RefusedItems } from './refused-items.tsx';

interface ChangeEntryProps {
  change: Change;
  isOpened: boolean;
  /** Another change has taken it back, or is about to. */
  isUndone: boolean;
}

/** One change: how far it is or what became of it, and what can be done about it. */
export function ChangeEntry({ change, isOpened, isUndone }: ChangeEntryProps) {
  const { action, counts, createdAt, sizeBytes } = change;
  const { isAllowed } = useChangeDesk();
  const things = `${counts.total.toLocaleString('en')} ${counts.total === 1 ? 'item' : 'items'}`;
  const hasRefused = counts.failed + counts.unknown > 0;
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <StateIcon change={change} />
        <p className={styles.words}>
          {isOver(change)
            ? outcomeWords(change, things)
            : `${actionWords(action, things)}${stateWords(change)}`}
        </p>
        <time className={styles.when} dateTime={createdAt}>
          {formatRecent(createdAt)}
        </time>
      </div>
      {!isOver(change) && <Progress change={change} />}
      {change.state === 'paused' && change.problem && (
        <p className={styles.why}>
          {change.problem.title}. {change.problem.detail}
        </p>
      )}
      <p className={styles.size}>{formatBytes(sizeBytes)}</p>
      {isAllowed && <Steering change={change} isUndone={isUndone} />}
      {hasRefused && <RefusedItems change={change} isOpened={isOpened} />}
    </li>
  );
}

function stateWords({ state, resumesAt, problem }: Change): string {
  if (state === 'paused') return ' (paused)';
  if (state !== 'waiting') return '';
  const until = resumesAt ? ` until ${formatRecent(resumesAt)}` : '';
  return ` (waiting${until}${problem ? `: ${problem.title}` : ''})`;
}

function Progress({ change }: { change: Change }) {
  const { total, queued } = change.counts;
  const ended = total - queued;
  return (
    <progress
      className={styles.progress}
      max={total}
      value={ended}
      aria-label={actionWords(change.action, `${total} items`)}
      aria-valuetext={`${ended} of ${total}`}
    />
  );
}

function StateIcon({ change }: { change: Change }) {
  const { state, counts } = change;
  if (state === 'running') return <LoaderCircle size={18} aria-hidden className={styles.running} />;
  if (state === 'paused' || state === 'waiting')
    return <CirclePause size={18} aria-hidden className={styles.held} />;
  if (counts.failed + counts.unknown > 0) return <CircleAlert size={18} aria-hidden className={styles.bad} />;
  if (state === 'cancelled') return <CircleSlash size={18} aria-hidden className={styles.held} />;
  return <CircleCheck size={18} aria-hidden className={styles.good} />;
}

type Steer = 'pause' | 'resume' | 'cancel';

/** Pause, go on, give up the rest; and for what went to the trash, the way back, as long as the session of this page lasts and longer. */
function Steering({ change, isUndone }: { change: Change; isUndone: boolean }) {
  const queryClient = useQueryClient();
  const show = (next: Change) => showChange(queryClient, next);
  const steer = useMutation({
    mutationFn: (action: Steer) => postJson<Change>(`/api/changes/${change.id}/steer`, { action }),
    onSuccess: show,
  });
  const undo = useMutation({
    mutationFn: () =>
      postJson<Change>(
        '/api/changes',
        { action: 'restore', undo: change.id },
        { 'idempotency-key': `undo-${change.id}` },
      ),
    onSuccess: show,
  });
  const { state, action, counts } = change;
  const steps: { words: string; run: () => void }[] = [
    ...(state === 'running' || state === 'waiting'
      ? [{ words: 'Pause', run: () => steer.mutate('pause') }]
      : []),
    ...(state === 'paused' ? [{ words: 'Resume', run: () => steer.mutate('resume') }] : []),
    ...(isOver(change)
      ? []
      : [{ words: `Cancel the other ${counts.queued}`, run: () => steer.mutate('cancel') }]),
    ...(action === 'trash' && isOver(change) && counts.done > 0 && !isUndone
      ? [{ words: 'Undo', run: () => undo.mutate() }]
      : []),
  ];
  if (steps.length === 0) return null;
  return (
    <div className={styles.steps}>
      {steps.map(({ words, run }) => (
        <Button
          key={words}
          variant="default"
          size="compact-xs"
          onClick={run}
          disabled={steer.isPending || undo.isPending}
        >
          {words}
        </Button>
      ))}
    </div>
  );
}
