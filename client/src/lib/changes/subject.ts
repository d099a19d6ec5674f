import type { ChangeTarget, RecordingFile, Session } from '@matinee/server/contract';

/** What somebody wants to change, with what has to be said about it before and after. */
export interface Subject {
  targets: readonly ChangeTarget[];
  sizeBytes: number;
  /** Of the first few, for people; an untitled one is null. */
  names: readonly (string | null)[];
}

/** One session. */
export function subjectOfSession({ id, sizeBytes, name }: Session): Subject {
  return { targets: [{ sessionId: id }], sizeBytes, names: [name] };
}

/** One file of a session. */
export function subjectOfFile(file: RecordingFile): Subject {
  return {
    targets: [{ sessionId: file.sessionId, fileId: file.id }],
    sizeBytes: file.sizeBytes ?? 0,
    names: [file.label],
  };
}

/** The trashed files of a session that is itself not in the trash: they come back or go one by one. */
export function subjectOfFiles(files: readonly RecordingFile[]): Subject {
  const each = files.map(subjectOfFile);
  return {
    targets: each.flatMap(({ targets }) => targets),
    sizeBytes: each.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    names: each.flatMap(({ names }) => names),
  };
}

/** `3 sessions`, `1 file`, or `5 items` of both. */
export function countTargets(targets: readonly ChangeTarget[]): string {
  const files = targets.filter(({ fileId }) => fileId !== undefined).length;
  const word = files === 0 ? 'session' : files === targets.length ? 'file' : 'item';
  return `${targets.length.toLocaleString('en')} ${word}${targets.length === 1 ? '' : 's'}`;
}
