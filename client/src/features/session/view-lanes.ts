import type { RecordingFile } from '@matinee/server/contract';
import { arrange, type Segment } from '../../lib/session-clock/segments.ts';
import type { Timeline } from '../../lib/session-clock/timeline.ts';
import { claimName, compareFiles, isPlayableKind, nameOfType, type View } from './views.ts';

/**
 * One thing to look at or listen to for the whole session: the files of one type, which are several where the recording was
 * stopped and restarted. `name` stands in the address (`?view=gallery`), `file` is the first of `files` that can be played, else the first.
 */
export interface ViewLane extends View {
  files: readonly RecordingFile[];
  /** Where the files that can be played lie on the session's clock. */
  segments: readonly Segment[];
}

/**
 * The session's videos and sounds as lanes, in the order people see them; what is in the trash is left out. Files of one type
 * that run at the same time are lanes of their own, "Gallery view (2)".
 */
export function toViewLanes(files: readonly RecordingFile[], timeline: Timeline): ViewLane[] {
  const media = files
    .filter((file) => isPlayableKind(file) && file.trashedAt === null)
    .toSorted(compareFiles);
  const names = new Set<string>();
  return groupByType(media).flatMap((alike) =>
    arrangeFiles(alike, timeline).map((lane, index) => toLane(lane, { index, timeline, names })),
  );
}

/** The lane of one file alone, whatever its state: what is asked for although no lane has it. It bears the file's id, which no lane has. */
export function toSingleLane(file: RecordingFile, timeline: Timeline): ViewLane {
  return { ...toLane([file], { index: 0, timeline, names: new Set() }), name: file.id };
}

function groupByType(files: readonly RecordingFile[]): RecordingFile[][] {
  const groups = new Map<string, RecordingFile[]>();
  for (const file of files) groups.set(toType(file), [...(groups.get(toType(file)) ?? []), file]);
  return [...groups.values()];
}

/** Files belong together that show the same of the same person. */
function toType({ kind, recordingType, label, participant }: RecordingFile): string {
  const person = participant && (participant.userId ?? participant.userKey ?? participant.name);
  return JSON.stringify([kind, recordingType ?? label, person]);
}

function arrangeFiles(files: readonly RecordingFile[], timeline: Timeline): RecordingFile[][] {
  const byId = new Map(files.map((file) => [file.id, file]));
  return arrange(
    files.map((file) => toOpen(file, timeline)),
    timeline.durationSeconds,
  ).map((lane) => lane.flatMap(({ fileId }) => byId.get(fileId) ?? []));
}

function toLane(
  files: RecordingFile[],
  { index, timeline, names }: { index: number; timeline: Timeline; names: Set<string> },
): ViewLane {
  const ready = files.filter(({ state }) => state === 'ready');
  // One of these files is always there: lanes are made of files.
  const file = (ready[0] ?? files[0]) as RecordingFile;
  const [segments = []] = arrange(
    ready.map((one) => toOpen(one, timeline)),
    timeline.durationSeconds,
  );
  return {
    name: claimName(nameOfType(file), names),
    label: index === 0 ? file.label : `${file.label} (${index + 1})`,
    file,
    files,
    segments,
  };
}

function toOpen({ id }: RecordingFile, timeline: Timeline) {
  return { fileId: id, ...timeline.spanOf(id) };
}
