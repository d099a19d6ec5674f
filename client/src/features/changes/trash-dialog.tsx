import { Button } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { countTargets, type Subject } from '../../lib/changes/subject.ts';
import { formatBytes } from '../../lib/format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './change-dialogs.module.css';

interface TrashDialogProps {
  subject: Subject;
  onTrash: (subject: Subject) => void;
  onClose: () => void;
}

/** Asked before many things move to the trash at once. */
export function TrashDialog({ subject, onTrash, onClose }: TrashDialogProps) {
  const things = countTargets(subject.targets);
  return (
    <Dialog title={`Move ${things} to trash?`} onClose={onClose}>
      <p className={styles.words}>
        {formatBytes(subject.sizeBytes)} of recordings. Zoom keeps them in its trash for 30 days and then
        deletes them for good. Until then they can be restored.
      </p>
      <div className={styles.actions}>
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button
          color="red"
          c="var(--on-danger)"
          leftSection={<Trash2 size={16} aria-hidden />}
          onClick={() => {
            onClose();
            onTrash(subject);
          }}
        >
          Move {subject.targets.length.toLocaleString('en')} to trash
        </Button>
      </div>
    </Dialog>
  );
}
