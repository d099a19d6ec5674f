import type { Change, ChangeRequest } from '@matinee/server/contract';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { actionWords, outcomeWords, turnedOffWords } from '../../lib/changes/change-words.ts';
import { changesQuery, isOver, isTurnedOff, showChange } from '../../lib/changes/changes-query.ts';
import { movingStore } from '../../lib/changes/moving-store.ts';
import { countTargets, type Subject } from '../../lib/changes/subject.ts';
import { sentenceOf } from '../../lib/messages.ts';
import { toProblem } from '../../lib/problem-error.ts';
import { toastStore } from '../../ui/toasts/toast-store.ts';
import { requestChange } from './change-requests.ts';

/** What is to be run. A deletion brings its preview and what was typed. `undo` names the change that is taken back. */
export type Run =
  | { action: 'trash' | 'restore'; subject: Subject; undo?: string }
  | { action: 'delete'; subject: Subject; preview: { id: string; typed: string } };

/** A change that this page began: told about until it is over. */
interface Tracked {
  run: Run;
  endMoving: () => void;
}

/** A change of so few is over before anybody could read that it is under way. */
const fewTargets = 10;

/** The way to have something changed: its rows leave at once, and come back, with the reason, when Zoom refuses. */
export function useRunChange(showActivity: (changeId?: string) => void): (run: Run) => void {
  const queryClient = useQueryClient();
  const tracked = useRef(new Map<string, Tracked>());
  const { data } = useQuery(changesQuery());

  function settle(): void {
    for (const change of queryClient.getQueryData(changesQuery().queryKey)?.changes ?? []) {
      const known = tracked.current.get(change.id);
      if (!known) continue;
      if (isOver(change)) finish(change, known);
      else if (isTurnedOff(change)) leave(change, known);
      else if (change.counts.total > fewTargets) toastStore.show(toProgress(change, known.run, showActivity));
    }
  }

  function finish(change: Change, { run, endMoving }: Tracked): void {
    tracked.current.delete(change.id);
    void readAgain(queryClient).then(endMoving);
    toastStore.show(toOutcome(change, { run, showActivity, start: (next) => void begin(next) }));
  }

  /** Nobody knows when it will go on: what it has not moved comes back to its list. */
  function leave(change: Change, { endMoving }: Tracked): void {
    tracked.current.delete(change.id);
    void readAgain(queryClient).then(endMoving);
    const actions = [{ words: 'Activity', run: () => showActivity(change.id) }];
    toastStore.show({ id: change.id, words: turnedOffWords(change), tone: 'danger', actions });
  }

  async function begin(run: Run): Promise<void> {
    const endMoving = movingStore.begin({ action: run.action, targets: run.subject.targets });
    try {
      const change = await requestChange(toBody(run));
      tracked.current.set(change.id, { run, endMoving });
      await queryClient.ensureQueryData(changesQuery());
      showChange(queryClient, change);
      settle();
    } catch (error) {
      endMoving();
      const words = sentenceOf(toProblem(error));
      toastStore.show({ id: crypto.randomUUID(), words, tone: 'danger', actions: [] });
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: news of changes is what it waits for.
  useEffect(() => settle(), [data]);
  const latest = useRef(begin);
  latest.current = begin;
  return useCallback((run: Run) => void latest.current(run), []);
}

/** What moved is asked for again everywhere it may stand. Resolves when what is on screen has it: lists, or a session's page. */
async function readAgain(queryClient: QueryClient): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: ['months'] });
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['session'] }),
    queryClient.invalidateQueries({ queryKey: ['sessions'] }),
  ]);
}

function toBody(run: Run): ChangeRequest {
  const items = [...run.subject.targets];
  if (run.action === 'delete') return { action: 'delete', items, preview: run.preview };
  if (run.action === 'restore' && run.undo !== undefined) return { action: 'restore', undo: run.undo };
  return { action: run.action, items };
}

function toProgress(change: Change, { subject }: Run, showActivity: (id?: string) => void) {
  const { done, total } = change.counts;
  const words = `${actionWords(change.action, countTargets(subject.targets))}: ${done} of ${total}.`;
  const actions = [{ words: 'Activity', run: () => showActivity(change.id) }];
  return { id: change.id, words, tone: 'plain' as const, actions };
}

interface OutcomeOptions {
  run: Run;
  showActivity: (changeId?: string) => void;
  start: (run: Run) => void;
}

function toOutcome(change: Change, { run, showActivity, start }: OutcomeOptions) {
  const isWhole = change.counts.done === change.counts.total;
  const undo = toUndo(change, run);
  const actions = [
    ...(isWhole ? [] : [{ words: 'Show them', run: () => showActivity(change.id) }]),
    ...(undo && change.counts.done > 0 ? [{ words: 'Undo', run: () => start(undo) }] : []),
  ];
  const words = outcomeWords(change, countTargets(run.subject.targets));
  return { id: change.id, words, tone: isWhole ? ('plain' as const) : ('danger' as const), actions };
}

/** What takes a change back; null where nothing does. Taking a restore back trashes what was named, so all of it must have worked. */
function toUndo(change: Change, { action, subject }: Run): Run | null {
  if (action === 'trash') return { action: 'restore', subject, undo: change.id };
  const isWhole = change.counts.done === change.counts.total;
  return action === 'restore' && isWhole ? { action: 'trash', subject } : null;
}
