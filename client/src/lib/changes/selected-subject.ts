import type { Session, SessionsPage, TrashType } from '@matinee/server/contract';
import { getJson } from '../http.ts';
import type { Selection, ShownList } from '../selection/selection.ts';
import { type SessionsFilter, toFilterParams } from '../sessions-query.ts';
import { type Subject, subjectOfFiles, subjectOfSession } from './subject.ts';

/** As many as one change takes. */
export const maxTargets = 10_000;
const pageRows = 300;

/** There is more than one change takes. */
export class TooManyChosen extends Error {
  override readonly name = 'TooManyChosen';
}

/**
 * What is chosen as one subject. What is not known one by one (all that match, or files of the trash whose rows are gone) is
 * asked of the server. Throws TooManyChosen, and ProblemError.
 */
export async function toSubject(selection: Selection, shown: ShownList | null): Promise<Subject> {
  const trash = shown?.filter.trash;
  if (selection.kind === 'sessions' && trash !== 'recording_file') return ofKnown(selection.sessions, shown);
  const filter = selection.kind === 'matching' ? selection.filter : { trash: 'recording_file' as const };
  const chosen = selection.kind === 'sessions' ? selection.sessions : null;
  const sessions = (await walk(filter)).filter(({ id }) => chosen?.has(id) ?? true);
  const subject = join(sessions.map((session) => subjectOf(session, filter.trash)));
  if (subject.targets.length > maxTargets) throw new TooManyChosen();
  return subject;
}

/** What a row of a list stands for: in the trash of single files, those files of its session. */
export function subjectOf(session: Session, trash: TrashType | undefined): Subject {
  if (trash !== 'recording_file') return subjectOfSession(session);
  return subjectOfFiles(session.files.filter(({ trashedAt }) => trashedAt !== null));
}

function ofKnown(
  sessions: Extract<Selection, { kind: 'sessions' }>['sessions'],
  shown: ShownList | null,
): Subject {
  if (sessions.size > maxTargets) throw new TooManyChosen();
  const nameOf = new Map(shown?.sessions.map(({ id, name }) => [id, name]));
  return join(
    [...sessions].map(([sessionId, { sizeBytes }]) => ({
      targets: [{ sessionId }],
      sizeBytes,
      names: nameOf.has(sessionId) ? [nameOf.get(sessionId) ?? null] : [],
    })),
  );
}

async function walk(filter: SessionsFilter): Promise<Session[]> {
  const sessions: Session[] = [];
  let cursor: string | null = null;
  do {
    const params = toFilterParams(filter);
    params.set('limit', String(pageRows));
    if (cursor !== null) params.set('cursor', cursor);
    const page: SessionsPage = await getJson<SessionsPage>(`/api/sessions?${params}`);
    sessions.push(...page.sessions);
    cursor = page.nextCursor;
    if (sessions.length > maxTargets) throw new TooManyChosen();
  } while (cursor !== null);
  return sessions;
}

function join(subjects: readonly Subject[]): Subject {
  return {
    targets: subjects.flatMap(({ targets }) => targets),
    sizeBytes: subjects.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    names: subjects.flatMap(({ names }) => names).slice(0, 3),
  };
}
