import type { ChangeAction, ChangeTarget, Session, Totals, TrashType } from '@matinee/server/contract';

/** What is on its way out of the list it stands in, until Zoom has answered for it. */
export interface Moving {
  action: ChangeAction;
  targets: readonly ChangeTarget[];
}

/** A list as it will be when what is moving has moved: nobody waits for a row to leave, and one that is refused comes back. */
export interface ListWithout {
  sessions: readonly Session[];
  totals: Totals | null;
}

/** Takes what is moving out of a list: of the live ones what goes to the trash, of a trash what is restored or deleted. */
export function withoutMoving(
  list: ListWithout,
  { moving, trash }: { moving: readonly Moving[]; trash: TrashType | undefined },
): ListWithout {
  const { whole, files } = leaving(moving, trash !== undefined);
  if (whole.size === 0 && files.size === 0) return list;
  const kept = list.sessions.flatMap((session) => {
    if (whole.has(session.id)) return [];
    const left = withoutFiles(session, files);
    const isEmptied = trash === 'recording_file' && left.files.every(({ trashedAt }) => trashedAt === null);
    return isEmptied ? [] : [left];
  });
  return { sessions: kept, totals: list.totals && lessenedBy(list.totals, list.sessions, kept) };
}

function leaving(moving: readonly Moving[], isTrash: boolean): { whole: Set<string>; files: Set<string> } {
  const targets = moving.flatMap((one) => ((one.action === 'trash') === isTrash ? [] : one.targets));
  return {
    whole: new Set(targets.flatMap(({ sessionId, fileId }) => (fileId === undefined ? [sessionId] : []))),
    files: new Set(targets.flatMap(({ fileId }) => (fileId === undefined ? [] : [fileId]))),
  };
}

function withoutFiles(session: Session, files: ReadonlySet<string>): Session {
  if (files.size === 0 || !session.files.some(({ id }) => files.has(id))) return session;
  return { ...session, files: session.files.filter(({ id }) => !files.has(id)) };
}

function lessenedBy(totals: Totals, before: readonly Session[], after: readonly Session[]): Totals {
  const stayed = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !stayed.has(id));
  const sum = (of: (session: Session) => number) => gone.reduce((total, session) => total + of(session), 0);
  return {
    sessions: Math.max(0, totals.sessions - gone.length),
    files: Math.max(0, totals.files - sum(({ fileCount }) => fileCount)),
    bytes: Math.max(0, totals.bytes - sum(({ sizeBytes }) => sizeBytes)),
    minutes: Math.max(0, totals.minutes - sum(({ durationMinutes }) => durationMinutes ?? 0)),
  };
}
