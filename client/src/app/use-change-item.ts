import type { TrashType } from '@matinee/server/contract';
import { type ChangeDesk, useChangeDesk } from '../lib/changes/change-desk.ts';
import { subjectOf, toSubject } from '../lib/changes/selected-subject.ts';
import { subjectOfFile } from '../lib/changes/subject.ts';
import { useSelection } from '../lib/selection/use-selection.ts';
import type { TreeItem } from '../ui/session-tree/tree-model.ts';
import type { TreeAction } from '../ui/session-tree/use-tree-actions.ts';

type ChangeAct = Extract<keyof ChangeDesk, 'trash' | 'restore' | 'remove'>;

/** What each list lets its keys do; in the trash nothing is trashed again, and among the live nothing restored. */
const liveActs: Partial<Record<TreeAction, ChangeAct>> = { trash: 'trash' };
const trashActs: Partial<Record<TreeAction, ChangeAct>> = { restore: 'restore', delete: 'remove' };

/** What the keys of change do on a row: to what is chosen when the row is among it, else to the row itself. True when they did. */
export function useChangeItem(trash?: TrashType): (action: TreeAction, item: TreeItem) => boolean {
  const desk = useChangeDesk();
  const { selection, shown, store } = useSelection();
  return (action, { session, file }) => {
    const act = (trash ? trashActs : liveActs)[action];
    if (!act || !desk.isAllowed) return false;
    // A session in the trash as a whole comes back, or goes, as a whole.
    const isFile = file !== null && trash !== 'session_recordings';
    const isChosen = selection.kind === 'matching' || selection.sessions.has(session.id);
    if (isFile) desk[act](subjectOfFile(file));
    else if (!isChosen) desk[act](subjectOf(session, trash));
    else
      void toSubject(selection, shown).then((subject) => {
        desk[act](subject);
        store.clear();
      });
    return true;
  };
}
