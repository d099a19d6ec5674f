import { Button } from '@mantine/core';
import { CheckCheck, SquareCheck, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatCount } from '../../lib/format.ts';
import { useSelection } from '../../lib/selection/use-selection.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { BottomBar } from '../../ui/bottom-bar/bottom-bar.tsx';
import styles from './selection-bar.module.css';
import { toSelectionWords } from './selection-words.ts';

/** What is chosen on the page's list, and what can be done with it: `actions` are buttons. Nothing while nothing is chosen. */
export function SelectionBar({ actions }: { actions: ReactNode }) {
  const { selection, shown, summary } = useSelection();
  const words = summary.sessions > 0 ? toSelectionWords({ selection, shown, summary }) : '';
  return (
    <>
      {/* Here before it has anything to say, or it would not be heard. */}
      <p role="status" className="visually-hidden">
        {words}
      </p>
      {words && <Bar words={words} actions={actions} />}
    </>
  );
}

function Bar({ words, actions }: { words: string; actions: ReactNode }) {
  const { selection, shown, summary, store } = useSelection();
  useShortcuts({ Escape: store.clear });
  const total = shown?.totals?.sessions ?? 0;
  const hasMore = selection.kind === 'sessions' && total > summary.sessions;
  return (
    <BottomBar label="Selection">
      <p className={styles.words}>
        <SquareCheck size={18} aria-hidden className={styles.mark} />
        {words}
      </p>
      <div className={styles.actions}>
        {hasMore && (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<CheckCheck size={16} aria-hidden />}
            onClick={store.chooseMatching}
          >
            Select all {formatCount(total)} that match
          </Button>
        )}
        {actions}
        <Button
          variant="subtle"
          size="compact-md"
          className={styles.clear ?? ''}
          leftSection={<X size={16} aria-hidden />}
          onClick={store.clear}
        >
          Clear{' '}
          <kbd className={styles.key} aria-hidden>
            Esc
          </kbd>
        </Button>
      </div>
    </BottomBar>
  );
}
