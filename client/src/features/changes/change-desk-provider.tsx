import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { type ChangeDesk, ChangeDeskContext } from '../../lib/changes/change-desk.ts';
import type { Subject } from '../../lib/changes/subject.ts';
import { statusQuery } from '../../lib/status-query.ts';
import { useRunChange } from './use-run-change.ts';

const TrashDialog = lazy(async () => ({ default: (await import('./trash-dialog.tsx')).TrashDialog }));
const DeleteDialog = lazy(async () => ({ default: (await import('./delete-dialog.tsx')).DeleteDialog }));

/** More than so many are asked about first (ui.md U5). */
const mostUnasked = 10;

interface ChangeDeskProviderProps {
  showActivity: (changeId?: string) => void;
  children: ReactNode;
}

/** Takes what people want changed: asks where it is much or for good, has it done, and tells what became of it. */
export function ChangeDeskProvider({ showActivity, children }: ChangeDeskProviderProps) {
  const { data: status } = useQuery(statusQuery());
  const [asked, setAsked] = useState<{ action: 'trash' | 'delete'; subject: Subject } | null>(null);
  const run = useRunChange(showActivity);
  const isAllowed = status?.allowChanges ?? false;
  const desk = useMemo<ChangeDesk>(
    () => ({
      isAllowed,
      trash(subject) {
        if (subject.targets.length > mostUnasked) setAsked({ action: 'trash', subject });
        else run({ action: 'trash', subject });
      },
      restore: (subject) => run({ action: 'restore', subject }),
      remove: (subject) => setAsked({ action: 'delete', subject }),
      showActivity,
    }),
    [isAllowed, run, showActivity],
  );
  const close = () => setAsked(null);
  return (
    <ChangeDeskContext value={desk}>
      {children}
      <Suspense>
        {asked?.action === 'trash' && (
          <TrashDialog
            subject={asked.subject}
            onClose={close}
            onTrash={(subject) => run({ action: 'trash', subject })}
          />
        )}
        {asked?.action === 'delete' && (
          <DeleteDialog
            subject={asked.subject}
            onClose={close}
            onDelete={(subject, preview) => run({ action: 'delete', subject, preview })}
          />
        )}
      </Suspense>
    </ChangeDeskContext>
  );
}
