import { ArchiveRestore, Trash2 } from 'lucide-react';
import type { ChangeDesk } from '../../lib/changes/change-desk.ts';
import { useChangeDesk } from '../../lib/changes/change-desk.ts';
import type { Subject } from '../../lib/changes/subject.ts';
import styles from './actions.module.css';

const acts = {
  trash: { words: 'Move to trash', Icon: Trash2 },
  restore: { words: 'Restore', Icon: ArchiveRestore },
  remove: { words: 'Delete for good', Icon: Trash2 },
} as const satisfies Partial<Record<keyof ChangeDesk, unknown>>;

interface ChangeButtonProps {
  act: keyof typeof acts;
  subject: Subject;
  /** Of what the row is about. */
  name: string;
  tabIndex: 0 | -1;
}

/** Changes what a row is about. Not there while changes are off. */
export function ChangeButton({ act, subject, name, tabIndex }: ChangeButtonProps) {
  const desk = useChangeDesk();
  const { words, Icon } = acts[act];
  if (!desk.isAllowed) return null;
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      className={styles.action}
      aria-label={`${words}: ${name}`}
      title={words}
      data-act={act}
      onClick={() => desk[act](subject)}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}
