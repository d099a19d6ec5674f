import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { SessionClock } from '../../lib/session-clock/session-clock.ts';
import { useClock } from '../../lib/session-clock/use-clock.ts';
import { findActiveLine } from './active-line.ts';
import styles from './lane.module.css';
import { laneMessages } from './lane-messages.ts';
import { LaneSearch } from './lane-search.tsx';
import { LineList } from './line-list.tsx';
import type { SessionLine } from './session-line.ts';
import { type Chosen, filterSpeakers, SpeakerFilter } from './speaker-filter.tsx';
import { useLineSearch } from './use-line-search.ts';

/** What every lane of lines is given by its page. */
export interface LaneProps {
  clock: SessionClock;
  /** What is searched for within the lane. */
  query: string;
  onQuery: (query: string) => void;
  /** The address that leads back to a second. */
  toLink: (seconds: number) => string;
}

interface LineLaneProps extends LaneProps {
  label: string;
  /** In the order of the session's clock. */
  lines: readonly SessionLine[];
  people: ReadonlyMap<string, number>;
  /** Turns are found by who speaks: there are no words to search. */
  hasSearch?: boolean;
  /** Shows only what playback has come to. */
  isUpToNow?: boolean;
  /** What can be chosen beside the speakers. */
  controls?: ReactNode;
}

/** Lines that follow playback, with their search and their speakers. */
export function LineLane({ label, lines, people, clock, toLink, ...lane }: LineLaneProps) {
  const { hasSearch = true, query, onQuery } = lane;
  const [chosen, setChosen] = useState<Chosen>(null);
  const ofChosen = useMemo(() => filterSpeakers(lines, chosen), [lines, chosen]);
  const starts = useMemo(() => ofChosen.map(({ seconds }) => seconds), [ofChosen]);
  const activeRow = useClock(clock, ({ sessionSeconds }) => findActiveLine(starts, sessionSeconds));
  const end = lane.isUpToNow ? activeRow + 1 : ofChosen.length;
  const rows = useMemo(() => ofChosen.slice(0, end), [ofChosen, end]);
  const search = useLineSearch(rows, useDeferredValue(hasSearch ? query : ''), clock);
  const seek = useCallback((seconds: number) => clock.seek(Math.max(0, seconds)), [clock]);
  const seekMatch = () => {
    const seconds = rows[search.currentRow]?.seconds ?? null;
    if (seconds !== null) seek(seconds);
  };
  return (
    <div className={styles.lane}>
      <div className={styles.tools}>
        {hasSearch && (
          <LaneSearch label={label} query={query} onQuery={onQuery} search={search} onSeek={seekMatch} />
        )}
        <div className={styles.choices}>
          <SpeakerFilter lines={lines} people={people} chosen={chosen} onChosen={setChosen} />
          {lane.controls}
        </div>
      </div>
      {rows.length === 0 ? (
        <p className={styles.note}>{lane.isUpToNow ? laneMessages.nothingYet : laneMessages.nobodyLeft}</p>
      ) : (
        <LineList {...{ label, rows, people, activeRow, search, toLink }} onSeek={seek} />
      )}
    </div>
  );
}
