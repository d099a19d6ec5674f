import type { FileLines, Session } from '@matinee/server/contract';
import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Timeline } from '../../lib/session-clock/timeline.ts';
import { hasLines, type Lanes, toLanes } from './lanes.ts';
import { linesQuery } from './lines-query.ts';

/** Reads the session's side files and puts what they say on its clock. Each file fails by itself. */
export function useLanes(session: Session, timeline: Timeline): Lanes {
  const ids = useMemo(() => session.files.filter(hasLines).map(({ id }) => id), [session]);
  const answers = useQueries({ queries: ids.map(linesQuery), combine: pickAnswers });
  return useMemo(() => {
    const byId = new Map(ids.flatMap((id, at) => (answers[at] ? [[id, answers[at]] as const] : [])));
    return toLanes({ session, answers: byId, timeline });
  }, [session, ids, answers, timeline]);
}

/** One function for all drawings, so that the lanes are made anew only when an answer comes. */
function pickAnswers(results: UseQueryResult<FileLines, Error>[]) {
  return results.map(({ data, error, refetch }) => ({ data, error, refetch }));
}
