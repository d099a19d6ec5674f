import { ActionIcon } from '@mantine/core';
import { ArchiveRestore, Trash2 } from 'lucide-react';
import { useChangeDesk } from '../../lib/changes/change-desk.ts';
import { useIsMoving } from '../../lib/changes/moved-session.ts';
import { subjectOfFile } from '../../lib/changes/subject.ts';
import { sessionMessages } from './session-messages.ts';
import type { View } from './views.ts';

/** Moves one file to the trash, or out of it; see ChangeSessionButton. */
export function ChangeFileButton({ view: { file, label } }: { view: View }) {
  const desk = useChangeDesk();
  const isMoving = useIsMoving({ sessionId: file.sessionId, fileId: file.id });
  const act = file.trashedAt === null ? 'trash' : 'restore';
  const Icon = act === 'restore' ? ArchiveRestore : Trash2;
  const words = act === 'restore' ? sessionMessages.restore : sessionMessages.moveToTrash;
  if (!desk.isAllowed) return null;
  return (
    <ActionIcon
      variant="subtle"
      size={32}
      aria-label={`${words}: ${label}`}
      title={words}
      aria-disabled={isMoving}
      {...(isMoving && { 'data-disabled': true })}
      onClick={() => !isMoving && desk[act](subjectOfFile(file))}
    >
      <Icon aria-hidden size={18} />
    </ActionIcon>
  );
}
