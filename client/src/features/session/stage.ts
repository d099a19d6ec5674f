import type { RecordingFile, Session } from '@matinee/server/contract';
import type { Timeline } from '../../lib/session-clock/timeline.ts';
import { toSingleLane, toViewLanes, type ViewLane } from './view-lanes.ts';
import { isPlayableKind, nameOfType } from './views.ts';

/** What stands where the picture belongs. */
export type Stage =
  | { state: 'playing'; view: ViewLane }
  | { state: 'processing'; view: ViewLane | null }
  | { state: 'unavailable'; view: ViewLane }
  | { state: 'file-trashed'; view: ViewLane }
  | { state: 'session-trashed' }
  | { state: 'nothing' };

export interface StageChoice {
  /** What the picker offers; the chosen view is always among it, unless it is a participant's. */
  views: ViewLane[];
  /** The lanes of single participants, which have a place of their own. */
  people: ViewLane[];
  stage: Stage;
  /** The `view` of the address names nothing that could be shown, so the default stands. */
  isMisread: boolean;
}

/**
 * Chooses what the page shows for `?view=wanted`, a view's name or a file's id; `null` asks for the default: the first view that
 * can be played now. By id, any media file can be asked for, also one in the trash.
 */
export function chooseStage(
  { session, timeline }: { session: Session; timeline: Timeline },
  wanted: string | null,
): StageChoice {
  if (session.state === 'trashed') return nothingBut({ state: 'session-trashed' });
  const lanes = toViewLanes(session.files, timeline);
  const shared = lanes.filter(({ file }) => file.participant === null);
  const people = lanes.filter(({ file }) => file.participant !== null);
  // Where there is nothing but participants, they are the views.
  const views = shared.length > 0 ? shared : people;
  const asked = wanted === null ? undefined : findAsked({ session, timeline, lanes }, wanted);
  const isMisread = wanted !== null && asked === undefined;
  const view = asked ?? views.find(({ file }) => file.state === 'ready') ?? views[0];
  if (view === undefined) return { views, people, stage: toEmptyStage(session.files), isMisread };
  const isOffered = lanes.includes(view);
  return { views: isOffered ? views : [...views, view], people, stage: toStage(view), isMisread };
}

/** The value of `?view=` for a view: nothing for the default, its name where that finds it again, else its file's id. */
export function toViewParam(choice: StageChoice, view: ViewLane): string | undefined {
  if (view.name === findDefault(choice.views)?.name) return undefined;
  const named = [...choice.views, ...choice.people];
  const isShadowed = named.some(({ files }) => files.some(({ id }) => id === view.name));
  return view.file.trashedAt === null && !isShadowed ? view.name : view.file.id;
}

function findDefault(views: readonly ViewLane[]): ViewLane | undefined {
  const offered = views.filter(({ file }) => file.trashedAt === null);
  return offered.find(({ file }) => file.state === 'ready') ?? offered[0];
}

interface Lanes {
  session: Session;
  timeline: Timeline;
  lanes: ViewLane[];
}

function findAsked({ session, timeline, lanes }: Lanes, wanted: string): ViewLane | undefined {
  const file = session.files.find(({ id }) => id === wanted);
  if (!file) return lanes.find(({ name }) => name === wanted) ?? findTrashed({ session, timeline }, wanted);
  if (!isPlayableKind(file)) return undefined;
  return lanes.find(({ files }) => files.includes(file)) ?? toSingleLane(file, timeline);
}

/** A view whose only file went to the trash, perhaps a moment ago on this very page. */
function findTrashed({ session, timeline }: Omit<Lanes, 'lanes'>, wanted: string): ViewLane | undefined {
  const isIt = (file: RecordingFile) => file.trashedAt !== null && nameOfType(file) === wanted;
  const file = session.files.find((one) => isPlayableKind(one) && isIt(one));
  return file && toSingleLane(file, timeline);
}

function nothingBut(stage: Stage): StageChoice {
  return { views: [], people: [], stage, isMisread: false };
}

function toStage(view: ViewLane): Stage {
  const { state, trashedAt } = view.file;
  if (trashedAt !== null) return { state: 'file-trashed', view };
  return state === 'ready' ? { state: 'playing', view } : { state, view };
}

/** A file that Zoom still works on has no type yet (zoom-api.md 2.8), so it may well become a picture. */
function toEmptyStage(files: readonly RecordingFile[]): Stage {
  const isProcessing = files.some((file) => file.state === 'processing' && file.trashedAt === null);
  return isProcessing ? { state: 'processing', view: null } : { state: 'nothing' };
}
