import { Button } from '@mantine/core';
import { ArchiveRestore } from 'lucide-react';
import { useChangeDesk } from '../../lib/changes/change-desk.ts';
import type { Subject } from '../../lib/changes/subject.ts';
import { messages } from '../../lib/messages.ts';

interface RestoreButtonProps {
  subject: Subject;
  words: string;
}

/** Takes something out of the trash where it is missed; while changes are off, where to turn them on. */
export function RestoreButton({ subject, words }: RestoreButtonProps) {
  const desk = useChangeDesk();
  if (!desk.isAllowed) return <p>{messages.changesOff}</p>;
  function restore(): void {
    desk.restore(subject);
    // The button leaves at once with the notice it stands in; the focus stays on the page.
    document.getElementById('main')?.focus();
  }
  return (
    <Button variant="default" leftSection={<ArchiveRestore aria-hidden size={16} />} onClick={restore}>
      {words}
    </Button>
  );
}
