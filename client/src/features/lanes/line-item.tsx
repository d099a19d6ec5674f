import { memo } from 'react';
import { LineRow } from './line-row.tsx';
import styles from './lines.module.css';
import type { SessionLine } from './session-line.ts';
import type { LineSearch } from './use-line-search.ts';

/** What a list of lines and each of its lines know. */
export interface LineContext {
  rows: readonly SessionLine[];
  people: ReadonlyMap<string, number>;
  /** The row that playback is at; -1 before the first. */
  activeRow: number;
  search: LineSearch;
  /** The address that leads back to a second. */
  toLink: (seconds: number) => string;
}

interface LineItemProps extends LineContext {
  row: number;
  /** In pixels, where only the rows in sight are drawn; else null. */
  top: number | null;
  measure: ((element: HTMLElement | null) => void) | undefined;
  isTabStop: boolean;
  onFocus: () => void;
  onSeek: (line: SessionLine) => void;
}

/** A line at its place in the list, which is said also where most of the list is not drawn. */
export function LineItem({ rows, row, top, ...item }: LineItemProps) {
  const line = rows[row];
  if (!line) return null;
  return (
    <li
      ref={item.measure}
      data-index={row}
      className={styles.row}
      aria-setsize={rows.length}
      aria-posinset={row + 1}
      style={top === null ? undefined : { position: 'absolute', transform: `translateY(${top}px)` }}
      onFocus={item.onFocus}
    >
      <Row
        line={line}
        colour={item.people.get(line.speaker ?? '')}
        matches={item.search.matchesOf(row)}
        isActive={row === item.activeRow}
        isCurrent={row === item.search.currentRow}
        isContinued={isContinued(line, rows[row - 1])}
        isTabStop={item.isTabStop}
        onSeek={item.onSeek}
        toLink={item.toLink}
      />
    </li>
  );
}

/** Whether a line needs no name, as the one before it has the same. Turns are nothing but names. */
function isContinued({ kind, speaker }: SessionLine, before: SessionLine | undefined): boolean {
  return kind !== 'timeline' && speaker !== null && before?.speaker === speaker;
}

/** Of a thousand rows two change when playback comes to the next line. */
const Row = memo(LineRow, (before, now) =>
  // What a row does follows from its line; only what it shows has to be compared.
  (['line', 'colour', 'matches', 'isActive', 'isCurrent', 'isContinued', 'isTabStop'] as const).every(
    (name) => before[name] === now[name],
  ),
);
