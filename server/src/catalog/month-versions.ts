import { sql } from 'kysely';
import { monthOfPosition } from './position.ts';
import type { Db } from './schema.ts';
import { type StoredSession, stateOf } from './stored-session.ts';

/** Notes that the live sessions of some months are no longer what they were, within the caller's transaction. */
export async function noteChangedMonths(
  db: Db,
  changes: readonly { before: StoredSession | null; after: StoredSession | null }[],
): Promise<void> {
  const sessions = changes.flatMap(({ before, after }) => [before, after]);
  const months = new Set(
    sessions.flatMap((session) =>
      session && stateOf(session) === 'live' ? [monthOfPosition(session.positionMs)] : [],
    ),
  );
  if (months.size === 0) return;
  await sql`
    INSERT INTO month_versions (month, version)
    SELECT value, 1 FROM json_each(${JSON.stringify([...months])}) WHERE true
    ON CONFLICT (month) DO UPDATE SET version = version + 1`.execute(db);
}
