import { Button } from '@mantine/core';
import type { Session } from '@matinee/server/contract';
import { ArchiveRestore, Trash2 } from 'lucide-react';
import { useChangeDesk } from '../../lib/changes/change-desk.ts';
import { useIsMoving } from '../../lib/changes/moved-session.ts';
import { subjectOfSession } from '../../lib/changes/subject.ts';
import styles from './change-session-button.module.css';
import { sessionMessages } from './session-messages.ts';

/**
 * Moves the session to the trash, or out of it. One button, so that the focus stays on what takes back what it did; while that is
 * on its way it does nothing. Not there while changes are off.
 */
export function ChangeSessionButton({ session }: { session: Session }) {
  const desk = useChangeDesk();
  const isMoving = useIsMoving({ sessionId: session.id });
  const act = session.state === 'trashed' ? 'restore' : 'trash';
  const Icon = act === 'restore' ? ArchiveRestore : Trash2;
  if (!desk.isAllowed) return null;
  return (
    <Button
      variant="default"
      className={styles.change ?? ''}
      leftSection={<Icon aria-hidden size={16} />}
      aria-disabled={isMoving}
      {...(isMoving && { 'data-disabled': true })}
      onClick={() => !isMoving && desk[act](subjectOfSession(session))}
    >
      {act === 'restore' ? sessionMessages.restore : sessionMessages.moveToTrash}
    </Button>
  );
}
