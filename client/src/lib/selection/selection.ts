import type { Session, Totals } from '@matinee/server/contract';
import type { SessionsFilter } from '../sessions-query.ts';

/** What is remembered of a chosen session: enough to say what the choice comes to when its row is no longer on screen. */
export interface ChosenSession {
  sizeBytes: number;
  startTime: string | null;
}

/** What is chosen: sessions one by one, or all that match a question, which may be more than anybody could hold. */
export type Selection =
  | { kind: 'sessions'; sessions: ReadonlyMap<string, ChosenSession> }
  | { kind: 'matching'; filter: SessionsFilter; totals: Totals; place: string };

/** The list on screen. `place` names it in words: `November 2026`. */
export interface ShownList {
  filter: SessionsFilter;
  /** The rows that are loaded. */
  sessions: readonly Session[];
  /** Of the whole filtered list; null before the first answer. */
  totals: Totals | null;
  place: string;
}

export interface SelectionChange {
  add?: readonly Session[];
  remove?: readonly Session[];
}

export const nothingSelected: Selection = { kind: 'sessions', sessions: new Map() };

/** Whether two filters ask for the same sessions, in whatever order. */
export function isSameQuestion(a: SessionsFilter, b: SessionsFilter): boolean {
  return toQuestion(a) === toQuestion(b);
}

function toQuestion({ sort: _, ...question }: SessionsFilter): string {
  return JSON.stringify(Object.entries(question).sort(([a], [b]) => a.localeCompare(b)));
}

/**
 * The selection after a change to single sessions. All that match, less one of them, becomes the `loaded` rows of that
 * question less that one: what is not on screen cannot be named one by one. Of another question nothing is kept.
 */
export function withChange(
  selection: Selection,
  { change, shown }: { change: SelectionChange; shown: ShownList | null },
): Selection {
  const sessions = new Map(selection.kind === 'sessions' ? selection.sessions : loadedOf(selection, shown));
  for (const { id } of change.remove ?? []) sessions.delete(id);
  for (const session of change.add ?? []) sessions.set(session.id, toChosen(session));
  return { kind: 'sessions', sessions };
}

function loadedOf(
  { filter }: { filter: SessionsFilter },
  shown: ShownList | null,
): [string, ChosenSession][] {
  if (!shown || !isSameQuestion(filter, shown.filter)) return [];
  return shown.sessions.map((session) => [session.id, toChosen(session)]);
}

function toChosen({ sizeBytes, startTime }: Session): ChosenSession {
  return { sizeBytes, startTime };
}

/** What a selection comes to. */
export interface SelectionSummary {
  sessions: number;
  bytes: number;
  /** The UTC months that single sessions are of; empty for all that match, whose question says it. */
  months: ReadonlySet<string>;
}

/** Counts a selection. All that match is counted anew while the list on screen asks the same question. */
export function summarize(selection: Selection, shown: ShownList | null): SelectionSummary {
  if (selection.kind === 'matching') {
    const isShown = shown && isSameQuestion(selection.filter, shown.filter);
    const { sessions, bytes } = (isShown && shown.totals) || selection.totals;
    return { sessions, bytes, months: new Set() };
  }
  let bytes = 0;
  const months = new Set<string>();
  for (const { sizeBytes, startTime } of selection.sessions.values()) {
    bytes += sizeBytes;
    if (startTime) months.add(startTime.slice(0, 7));
  }
  return { sessions: selection.sessions.size, bytes, months };
}
