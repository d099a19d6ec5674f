import { ArrowDownToLine } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { laneMessages } from './lane-messages.ts';
import { type LineContext, LineItem } from './line-item.tsx';
import styles from './lines.module.css';
import type { SessionLine } from './session-line.ts';
import { useFollowing } from './use-following.ts';
import { useLineFocus } from './use-line-focus.ts';
import { useLineWindow } from './use-line-window.ts';

interface LineListProps extends LineContext {
  label: string;
  onSeek: (seconds: number) => void;
}

/**
 * Lines as buttons, one stop for Tab. The one that playback is at is marked and kept in sight, until somebody scrolls or goes to a
 * line; nothing is read aloud over the sound.
 */
export function LineList({ label, rows, people, activeRow, search, onSeek, toLink }: LineListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const firstRow = search.currentRow === -1 ? activeRow : search.currentRow;
  const focus = useLineFocus({ scroller, rows, firstRow, search });
  const shown = useLineWindow({ rows, scroller, keptRow: focus.row });
  const reveal = useEffectEvent(shown.reveal);
  useEffect(() => {
    if (focus.moved) reveal(focus.moved.row);
  }, [focus.moved]);
  const following = useFollowing({ activeRow, matchRow: search.currentRow, scrollTo: shown.scrollTo });
  const seek = (line: SessionLine) => {
    if (line.seconds === null) return;
    onSeek(line.seconds);
    // Whoever goes to a line goes on from there.
    following.start();
  };
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears what its buttons are told. */}
      <div
        ref={scroller}
        className={styles.scroller}
        onWheel={following.stop}
        onTouchMove={following.stop}
        // The scroll bar belongs to the element itself.
        onPointerDown={(event) => event.target === scroller.current && following.stop()}
        onFocus={following.stop}
        onKeyDown={focus.onKeyDown}
        onBlur={focus.onBlur}
      >
        <ul
          className={styles.list}
          aria-label={label}
          style={shown.height === null ? undefined : { height: shown.height }}
        >
          {shown.rows.map(({ row, top }) => (
            <LineItem
              key={rows[row]?.key}
              {...{ rows, row, top, people, activeRow, search, toLink }}
              measure={shown.measure}
              isTabStop={row === focus.row}
              onFocus={() => focus.onRow(row)}
              onSeek={seek}
            />
          ))}
        </ul>
      </div>
      {!following.isOn && (
        <button type="button" className={styles.follow} onClick={following.start}>
          <ArrowDownToLine aria-hidden size={16} />
          {laneMessages.follow}
        </button>
      )}
    </div>
  );
}
