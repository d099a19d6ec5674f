import type { RecordingFile, Session } from '@matinee/server/contract';
import { isPlayableKind, nameFiles, toViews, type View } from './views.ts';

/** What stands where the picture belongs. */
export type Stage =
  | { state: 'playing'; view: View }
  | { state: 'processing'; view: View | null }
  | { state: 'unavailable'; view: View }
  | { state: 'file-trashed'; view: View }
  | { state: 'session-trashed' }
  | { state: 'nothing' };

export interface StageChoice {
  /** What the picker offers; the chosen view is always among it. */
  views: View[];
  stage: Stage;
  /** The `view` of the address names nothing that could be shown, so the default stands. */
  isMisread: boolean;
}

/**
 * Chooses what the page shows for `?view=wanted`, a file's id or a view's name; `null` asks for the default: the first view that
 * can be played now. By id, any media file can be asked for, also a participant's or a trashed one.
 */
export function chooseStage(session: Session, wanted: string | null): StageChoice {
  if (session.state === 'trashed')
    return { views: [], stage: { state: 'session-trashed' }, isMisread: false };
  const views = toViews(session.files);
  const asked = findAsked(session, wanted) ?? views.find((view) => view.name === wanted);
  const isMisread = wanted !== null && asked === undefined;
  const view = asked ?? views.find((candidate) => candidate.file.state === 'ready') ?? views[0];
  if (view === undefined) return { views, stage: toEmptyStage(session.files), isMisread };
  const isOffered = views.some((candidate) => candidate.name === view.name);
  return { views: isOffered ? views : [...views, view], stage: toStage(view), isMisread };
}

/**
 * The value of `?view=` for a view: nothing for the default, its name where that finds it again, else the file's id
 * (a participant's recording, say, is not found by name).
 */
export function toViewParam(session: Session, view: View): string | undefined {
  const { stage, views } = chooseStage(session, null);
  if ('view' in stage && stage.view?.file.id === view.file.id) return undefined;
  const isNamed = views.some((candidate) => candidate.name === view.name);
  const isShadowed = session.files.some((file) => file.id === view.name);
  return isNamed && !isShadowed ? view.name : view.file.id;
}

function findAsked(session: Session, wanted: string | null): View | undefined {
  return nameFiles(session.files).find(({ file }) => file.id === wanted && isPlayableKind(file));
}

function toStage(view: View): Stage {
  if (view.file.trashedAt !== null) return { state: 'file-trashed', view };
  if (view.file.state === 'ready') return { state: 'playing', view };
  return { state: view.file.state, view };
}

/** A file that Zoom still works on has no type yet (zoom-api.md 2.8), so it may well become a picture. */
function toEmptyStage(files: readonly RecordingFile[]): Stage {
  const isProcessing = files.some((file) => file.state === 'processing' && file.trashedAt === null);
  return isProcessing ? { state: 'processing', view: null } : { state: 'nothing' };
}
