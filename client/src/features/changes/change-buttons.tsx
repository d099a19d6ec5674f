import { Button } from '@mantine/core';
import { ArchiveRestore, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type ChangeDesk, useChangeDesk } from '../../lib/changes/change-desk.ts';
import { maxTargets, TooManyChosen, toSubject } from '../../lib/changes/selected-subject.ts';
import type { Subject } from '../../lib/changes/subject.ts';
import { sentenceOf } from '../../lib/messages.ts';
import { toProblem } from '../../lib/problem-error.ts';
import { useSelection } from '../../lib/selection/use-selection.ts';
import { toastStore } from '../../ui/toasts/toast-store.ts';

const acts = {
  trash: { words: 'Move to trash', Icon: Trash2, isDanger: false },
  restore: { words: 'Restore', Icon: ArchiveRestore, isDanger: false },
  remove: { words: 'Delete for good…', Icon: Trash2, isDanger: true },
} as const;

type Act = keyof typeof acts;

/** What can be done with what is chosen: buttons for the selection's bar. None while changes are off. */
export function ChangeButtons({ of }: { of: readonly Act[] }) {
  const { isAllowed } = useChangeDesk();
  return isAllowed ? of.map((act) => <ChangeButton key={act} act={act} />) : null;
}

function ChangeButton({ act }: { act: Act }) {
  const { words, Icon, isDanger } = acts[act];
  const desk = useChangeDesk();
  const { selection, shown, store } = useSelection();
  const [isGathering, setGathering] = useState(false);

  async function run(): Promise<void> {
    setGathering(true);
    const subject = await toSubject(selection, shown).catch(tellWhyNot);
    setGathering(false);
    if (!subject || subject.targets.length === 0) return;
    ask(desk, { act, subject });
    store.clear();
  }

  return (
    <Button
      variant="default"
      size="compact-md"
      {...(isDanger && { c: 'var(--danger)' })}
      leftSection={<Icon size={16} aria-hidden />}
      loading={isGathering}
      onClick={() => void run()}
    >
      {words}
    </Button>
  );
}

function ask(desk: ChangeDesk, { act, subject }: { act: Act; subject: Subject }): void {
  desk[act](subject);
}

function tellWhyNot(error: unknown): null {
  const words =
    error instanceof TooManyChosen
      ? `At most ${maxTargets.toLocaleString('en')} at a time. Narrow the list first.`
      : sentenceOf(toProblem(error));
  toastStore.show({ id: 'too-many', words, tone: 'danger', actions: [] });
  return null;
}
