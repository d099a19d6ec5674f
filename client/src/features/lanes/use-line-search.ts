import type { Match } from '@matinee/server/contract';
import { useMemo, useState } from 'react';
import type { SessionClock } from '../../lib/session-clock/session-clock.ts';
import { findActiveLine } from './active-line.ts';
import { findWords, toTerms } from './find-words.ts';
import { foldText } from './fold-text.ts';
import type { SessionLine } from './session-line.ts';

/** What a search found in the lines that are shown. */
export interface LineSearch {
  isOn: boolean;
  count: number;
  /** Which match is looked at, from 0; -1 when there is none. */
  current: number;
  /** The row of that match; -1 when there is none. */
  currentRow: number;
  matchesOf: (row: number) => readonly Match[];
  /** Goes to the next match or the one before, round at the ends. Gives its row; -1 where nothing was found. */
  step: (by: 1 | -1) => number;
}

const none: readonly Match[] = [];

/** Searches `rows`. The first match that is looked at is the one that playback comes to next, or is at. */
export function useLineSearch(rows: readonly SessionLine[], query: string, clock: SessionClock): LineSearch {
  const terms = useMemo(() => toTerms(query), [query]);
  const isOn = terms.length > 0;
  // Folding a long transcript takes a moment; typing on must not do it again.
  const folded = useMemo(() => (isOn ? rows.map(({ text }) => foldText(text)) : []), [rows, isOn]);
  const found = useMemo(() => {
    const byRow = new Map<number, Match[]>();
    for (const [row, text] of folded.entries()) {
      const matches = findWords(text, terms);
      if (matches) byRow.set(row, matches);
    }
    return { byRow, rows: [...byRow.keys()] };
  }, [folded, terms]);
  const [picked, setPicked] = useState<Pick>(() => toPick(query, clock.getSnapshot().sessionSeconds));
  if (picked.query !== query) setPicked(toPick(query, clock.getSnapshot().sessionSeconds));
  const current = findCurrent(found.rows, rows, picked);
  return {
    isOn,
    count: found.rows.length,
    current,
    currentRow: found.rows[current] ?? -1,
    matchesOf: (row) => found.byRow.get(row) ?? none,
    step: (by) => {
      const row = found.rows[(current + by + found.rows.length) % found.rows.length] ?? -1;
      setPicked({ ...picked, key: rows[row]?.key ?? null });
      return row;
    },
  };
}

/** The match somebody chose, or the second from which the first one is looked for. */
interface Pick {
  query: string;
  key: string | null;
  seconds: number;
}

function toPick(query: string, seconds: number): Pick {
  return { query, key: null, seconds };
}

function findCurrent(found: readonly number[], rows: readonly SessionLine[], picked: Pick): number {
  const chosen = found.findIndex((row) => rows[row]?.key === picked.key);
  if (chosen !== -1) return chosen;
  const starts = rows.map(({ seconds }) => seconds);
  const active = starts[findActiveLine(starts, picked.seconds)];
  // A chat tells whole seconds: of messages that came in the same one, the first may be the match.
  const firstActive = active === undefined ? -1 : starts.indexOf(active);
  const next = found.findIndex((row) => row >= firstActive);
  return next === -1 ? found.length - 1 : next;
}
