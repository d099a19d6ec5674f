import type { FileKind, RecordingFile, Session } from '@matinee/server/contract';
import { hasContent } from '../../lib/file-kinds.ts';
import { formatDateTime, formatDay, formatTime, missing, type TimeOptions } from '../../lib/format.ts';
import { type Month, parseMonth } from '../../lib/month.ts';
import { badgeOfFile } from '../../ui/session-cells/session-state.ts';
import type { BadgeKind } from '../../ui/session-cells/state-badge.tsx';

/** A state that keeps files from being played, and how many files it keeps; `null` where it holds for the whole session. */
export interface SessionState {
  kind: BadgeKind;
  files: number | null;
}

/** The session's beginning and end. The end is that of its last file, else beginning plus length; `null` where neither is known. */
export function toSpan(session: Session): { start: string | null; end: string | null } {
  const ends = session.files.flatMap(({ endTime }) => endTime ?? []);
  const last = ends.toSorted().at(-1) ?? addMinutes(session.startTime, session.durationMinutes);
  const isSound = last !== null && session.startTime !== null && last > session.startTime;
  return { start: session.startTime, end: isSound ? last : null };
}

/** `Fri 20 Nov 2026, 14:05–15:13`; the end has its own date when that is another day. A missing end is left out. */
export function formatSpan(
  { start, end }: { start: string | null; end: string | null },
  options: TimeOptions = {},
): string {
  if (start === null) return missing;
  if (end === null) return formatDateTime(start, options);
  const isSameDay = formatDay(start, options) === formatDay(end, options);
  const shownEnd = isSameDay ? formatTime(end, options) : ` ${formatDateTime(end, options)}`;
  return `${formatDateTime(start, options)}–${shownEnd}`.replace('– ', ' – ');
}

/** `14:05–15:13`: a file's span on the page that says the day already. */
export function formatFileSpan(file: RecordingFile): string {
  if (file.startTime === null) return missing;
  return file.endTime === null
    ? formatTime(file.startTime)
    : `${formatTime(file.startTime)}–${formatTime(file.endTime)}`;
}

/** What is not as it should be, most important first. */
export function toStates(session: Session): SessionState[] {
  if (session.state === 'trashed') return [{ kind: 'trashed', files: null }];
  const kinds = session.files.map(badgeOfFile);
  return badgeOrder.flatMap((kind) => {
    const files = kinds.filter((found) => found === kind).length;
    if (files === 0) return [];
    return [{ kind, files: files === session.files.length ? null : files }];
  });
}

const badgeOrder: readonly BadgeKind[] = ['processing', 'unavailable', 'trashed'];

const textKinds = new Set<FileKind>(['transcript', 'captions', 'chat', 'timeline', 'summary', 'poll']);

/** Whether the file is text that can be opened on the page. */
export function isReadable(file: RecordingFile): boolean {
  return textKinds.has(file.kind) && hasContent(file);
}

/** Bytes of all files that can be had now: what the session as a ZIP comes to, but for its list of names. */
export function sumSizes({ files }: Pick<Session, 'files'>): number {
  return files.filter(hasContent).reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0);
}

/** The UTC month that lists this session; `undefined` without a start. */
export function toMonth(session: Session): Month | undefined {
  return parseMonth((session.startTime ?? '').slice(0, 7));
}

function addMinutes(iso: string | null, minutes: number | null): string | null {
  if (iso === null || minutes === null) return null;
  return new Date(Date.parse(iso) + minutes * 60_000).toISOString();
}
