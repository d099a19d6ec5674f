import { formatDay, plural } from '../../lib/format.ts';
import { nameOfFile, nameOfSession, typeOfFile } from '../../ui/session-cells/names.ts';
import type { TreeItem } from '../../ui/session-tree/tree-model.ts';
import { toCountdown, trashedFiles, trashTimes } from './purge.ts';

/** The accessible name of a row of the trash: "Old standup, moved 24 Oct 2026, deleted for good in 3 days, 4 files". */
export function labelOfTrashItem({ session, file }: TreeItem, today: Date): string {
  const times = trashTimes(session);
  const moved = file?.trashedAt ?? times.trashedAt;
  const purge = toCountdown(file?.purgeAt ?? times.purgeAt, today);
  return [
    file ? nameOfFile(file) : nameOfSession(session),
    moved ? `moved ${formatDay(moved)}` : '',
    `deleted for good ${purge.words}`,
    file ? typeOfFile(file) : plural(trashedFiles(session).length, 'file'),
  ]
    .filter(Boolean)
    .join(', ');
}
