import type { FileLines, RecordingFile, Session, TextLines, TimelineSpans } from '@matinee/server/contract';
import { hasContent } from '../../lib/file-kinds.ts';
import type { Timeline } from '../../lib/session-clock/timeline.ts';
import { formatTurn } from './format-turn.ts';
import { toPeople } from './people.ts';
import { type SessionLine, toSessionLines } from './session-line.ts';
import { type Turn, toTurns } from './turns.ts';

const laneKinds = ['transcript', 'captions', 'chat', 'timeline'] as const;

/** Kinds of side files that have a lane. */
export type LaneKind = (typeof laneKinds)[number];

/** What became of asking for a file's lines. */
export interface LinesAnswer {
  data: FileLines | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** Why one file of a lane is not shown, beside those that are. */
export interface LaneTrouble {
  file: RecordingFile;
  error: Error;
  onRetry: () => void;
}

/** One kind of side files: what they say, and what keeps some of them from saying it. */
export interface Lane {
  kind: LaneKind;
  /** All files of the kind, whatever their state. */
  files: readonly RecordingFile[];
  /** In the order of the session's clock. */
  lines: readonly SessionLine[];
  isLoading: boolean;
  troubles: readonly LaneTrouble[];
  /** Damaged lines, which are left out. */
  unreadable: number;
}

/** All that stands beside the picture. */
export interface Lanes extends Record<LaneKind, Lane> {
  turns: readonly Turn[];
  /** Colour numbers by name. */
  people: ReadonlyMap<string, number>;
}

interface LanesSource {
  session: Session;
  /** By file id; a file that cannot be asked for has none. */
  answers: ReadonlyMap<string, LinesAnswer>;
  timeline: Timeline;
}

/** Whether a file's lines can be asked for. */
export function hasLines(file: RecordingFile): boolean {
  return laneKinds.some((kind) => kind === file.kind) && hasContent(file);
}

/** The answers about a session's side files as lanes on its clock. */
export function toLanes(source: LanesSource): Lanes {
  const lane = (kind: LaneKind) => toLane(kind, source);
  const words = [lane('transcript'), lane('captions'), lane('chat')] as const;
  const [transcript, captions, chat] = words;
  const timeline = lane('timeline');
  const turns = toTurns(dataOf(source, timeline.files).filter(isTimeline), source.timeline.spanOf);
  const named = [...words.flatMap(({ lines }) => lines), ...turns];
  return {
    transcript,
    captions,
    chat,
    timeline: { ...timeline, lines: turns.map(toTurnLine) },
    turns,
    people: toPeople(named.map(({ speaker }) => speaker)),
  };
}

function toLane(kind: LaneKind, source: LanesSource): Lane {
  const files = source.session.files.filter((file) => file.kind === kind);
  const data = dataOf(source, files);
  const asked = files.flatMap((file) => {
    const answer = source.answers.get(file.id);
    return answer ? [{ file, ...answer }] : [];
  });
  return {
    kind,
    files,
    lines: toSessionLines(data.filter(isText), source.timeline.offsetOf),
    isLoading: asked.some((answer) => answer.data === undefined && answer.error === null),
    troubles: asked.flatMap(({ file, error, refetch }) =>
      error === null ? [] : [{ file, error, onRetry: () => void refetch() }],
    ),
    unreadable: data.reduce((sum, { unreadable }) => sum + unreadable, 0),
  };
}

function dataOf({ answers }: LanesSource, files: readonly RecordingFile[]): FileLines[] {
  return files.flatMap(({ id }) => answers.get(id)?.data ?? []);
}

function isTimeline(lines: FileLines): lines is TimelineSpans {
  return lines.kind === 'timeline';
}

function isText(lines: FileLines): lines is TextLines {
  return lines.kind !== 'timeline';
}

function toTurnLine({ key, speaker, startSeconds, endSeconds }: Turn): SessionLine {
  const text = formatTurn(endSeconds - startSeconds);
  return { key, kind: 'timeline', seconds: startSeconds, speaker, text };
}
