import type { MomentSearch } from '../catalog/moments/find-moments.ts';
import type { MomentFile } from '../catalog/moments/moment-files.ts';
import type { LinePlace } from '../catalog/moments/moment-place.ts';
import type { KeptLine } from '../catalog/moments/packed-lines.ts';
import type { Catalog } from '../catalog/open-catalog.ts';
import type { Moment, MomentsPage, MomentsQuery, Session } from '../contract/index.ts';
import { parseCursor, toCursor } from './moments-cursor.ts';
import { matchLine, toNamePhrases, toPhrases } from './search-phrases.ts';
import { offsetOf } from './session-clock.ts';

/** Lines the index is asked for at a time. */
const STEP = 64;
/** Lines that are looked at for one page: where most of them are hidden, it comes short, and its cursor goes on from there. */
const MOST_LOOKED_AT = 1024;

const DAY_MS = 86_400_000;

export interface FindMomentsDeps {
  moments: Pick<Catalog['moments'], 'findLines' | 'loadFilesAt' | 'loadLines'>;
  /** Sessions of the catalog by their ids of Zoom, in no order. */
  loadSessions: (zoomIds: readonly string[]) => Promise<Session[]>;
}

/** A line of the index with all that is needed to show it. */
interface Candidate {
  place: LinePlace;
  file: MomentFile;
  session: Session;
}

/**
 * A page of moments: lines that hold all that was asked, the newest session first. What lies in the trash is not shown, and neither is
 * what the list has lost meanwhile.
 *
 * @throws InvalidMomentsCursor.
 */
export async function findMoments(
  deps: FindMomentsDeps,
  query: MomentsQuery,
): Promise<Omit<MomentsPage, 'indexing'>> {
  const search = toSearch(query);
  const found: Moment[] = [];
  let after = query.cursor === undefined ? null : parseCursor(query.cursor);
  if (search.phrases.length === 0) return { moments: [], nextCursor: null };
  for (let lookedAt = 0; lookedAt < MOST_LOOKED_AT; lookedAt += STEP) {
    const places = await deps.moments.findLines({ search, after, limit: STEP });
    const candidates = await withSessions(deps, places);
    for (const place of places) {
      if (found.length === query.limit && after) return { moments: found, nextCursor: toCursor(after) };
      const candidate = candidates.get(place);
      const moment = candidate && toMoment(candidate, { lines: await candidate.lines(), search });
      if (moment) found.push(moment);
      after = place;
    }
    if (places.length < STEP) return { moments: found, nextCursor: null };
  }
  return { moments: found, nextCursor: after && toCursor(after) };
}

function toSearch({ q, speaker = '', from, to }: MomentsQuery): MomentSearch {
  const isDated = from !== undefined || to !== undefined;
  const span = {
    fromMs: from === undefined ? 0 : Date.parse(from),
    toMs: to === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(to) + DAY_MS - 1,
  };
  return { phrases: toPhrases(q), speaker: toNamePhrases(speaker), span: isDated ? span : null };
}

/** The lines of sessions that can be shown now; their texts are read once for each file, and only when asked for. */
async function withSessions({ moments, loadSessions }: FindMomentsDeps, places: readonly LinePlace[]) {
  const files = await moments.loadFilesAt([...new Set(places.map(({ ord }) => ord))]);
  const zoomIds = new Set([...files.values()].map(({ zoomId }) => zoomId));
  const sessions = new Map((await loadSessions([...zoomIds])).map((session) => [session.zoomId, session]));
  const texts = new Map<number, Promise<KeptLine[]>>();
  const lines = (ord: number) => {
    const known = texts.get(ord) ?? moments.loadLines(ord);
    texts.set(ord, known);
    return known;
  };
  return new Map(
    places.flatMap((place) => {
      const file = files.get(place.ord);
      const session = file && sessions.get(file.zoomId);
      return session ? [[place, { place, file, session, lines: () => lines(place.ord) }] as const] : [];
    }),
  );
}

function toMoment(
  { place, file, session }: Candidate,
  { lines, search }: { lines: readonly KeptLine[]; search: MomentSearch },
): Moment | undefined {
  const recording = session.files.find(({ id, trashedAt }) => id === file.fileId && trashedAt === null);
  const line = lines[place.line];
  const matches = line && matchLine(line.text, search.phrases);
  if (!recording || session.state !== 'live' || !matches) return undefined;
  const { startSeconds, speaker, text } = line;
  const offset = offsetOf(session, recording);
  return {
    session: { id: session.id, name: session.name, startTime: session.startTime },
    fileId: file.fileId,
    kind: file.kind,
    lineIndex: place.line,
    sessionSeconds: startSeconds === null || offset === null ? null : startSeconds + offset,
    ...{ startSeconds, speaker, text },
    before: lines[place.line - 1]?.text ?? null,
    after: lines[place.line + 1]?.text ?? null,
    matches,
  };
}
