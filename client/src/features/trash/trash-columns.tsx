import type { TrashType } from '@matinee/server/contract';
import { subjectOf } from '../../lib/changes/selected-subject.ts';
import { type Subject, subjectOfFile } from '../../lib/changes/subject.ts';
import {
  formatBytes,
  formatDateTime,
  formatDay,
  formatDayMonth,
  formatMinutes,
  formatTime,
  formatUtc,
} from '../../lib/format.ts';
import actionStyles from '../../ui/session-cells/actions.module.css';
import styles from '../../ui/session-cells/cells.module.css';
import { ChangeButton } from '../../ui/session-cells/change-button.tsx';
import { FileName } from '../../ui/session-cells/file-name.tsx';
import { Folded } from '../../ui/session-cells/folded.tsx';
import { KindGlyphs } from '../../ui/session-cells/kind-glyphs.tsx';
import { Moment } from '../../ui/session-cells/moment.tsx';
import { minutesOfFile, nameOfFile, nameOfSession, typeOfFile } from '../../ui/session-cells/names.ts';
import { SessionName } from '../../ui/session-cells/session-name.tsx';
import type { TreeColumn } from '../../ui/session-tree/tree-column.ts';
import { trashedFiles, trashTimes } from './purge.ts';
import { PurgeCell } from './purge-cell.tsx';

/** The columns of a trash. Nothing here can be played or downloaded: Zoom gives no bytes of trashed files. */
export function trashColumns(today: Date, trash: TrashType): TreeColumn[] {
  return [
    nameColumn,
    startColumn,
    movedColumn,
    purgeColumn(today),
    filesColumn,
    sizeColumn,
    actionsColumn(trash),
  ];
}

const nameColumn: TreeColumn = {
  id: 'session',
  header: 'Session',
  sortField: 'name',
  renderSession: (session, context) => (
    <SessionName
      session={session}
      context={context}
      isLink={false}
      hasFiles={trashedFiles(session).length > 0}
      folded={
        <Folded
          when={formatDay(session.startTime)}
          length={formatMinutes(session.durationMinutes)}
          size={formatBytes(bytesOf(trashedFiles(session)))}
        />
      }
    />
  ),
  renderFile: (file) => (
    <FileName
      file={file}
      isBadged={false}
      folded={
        <Folded
          when={typeOfFile(file)}
          length={formatMinutes(minutesOfFile(file))}
          size={formatBytes(file.sizeBytes)}
        />
      }
    />
  ),
};

const startColumn: TreeColumn = {
  id: 'start',
  header: 'Recorded',
  sortField: 'start',
  renderSession: ({ startTime }) => (
    <Moment iso={startTime} text={formatDateTime(startTime)} exact={formatUtc(startTime)} />
  ),
  renderFile: ({ startTime }) => (
    <Moment iso={startTime} text={formatDateTime(startTime)} exact={formatUtc(startTime)} />
  ),
};

const movedColumn: TreeColumn = {
  id: 'moved',
  header: 'Moved',
  renderSession: (session) => <Moved at={trashTimes(session).trashedAt} />,
  renderFile: (file, _context, session) => <Moved at={file.trashedAt ?? session.trashedAt} />,
};

function Moved({ at }: { at: string | null }) {
  return <Moment iso={at} text={formatDayMonth(at)} exact={`${formatDay(at)}, ${formatTime(at)}`} />;
}

function purgeColumn(today: Date): TreeColumn {
  return {
    id: 'purge',
    header: 'Deleted for good',
    sortField: 'purge',
    renderSession: (session) => <PurgeCell purgeAt={trashTimes(session).purgeAt} today={today} />,
    renderFile: (file, _context, session) => (
      <PurgeCell purgeAt={file.purgeAt ?? session.purgeAt} today={today} />
    ),
  };
}

const filesColumn: TreeColumn = {
  id: 'files',
  header: 'Files',
  renderSession: (session) => <KindGlyphs files={trashedFiles(session)} />,
  renderFile: (file) => <span className={styles.muted}>{typeOfFile(file)}</span>,
};

const sizeColumn: TreeColumn = {
  id: 'size',
  header: 'Size',
  sortField: 'size',
  isNumeric: true,
  renderSession: (session) => formatBytes(bytesOf(trashedFiles(session))),
  renderFile: (file) => formatBytes(file.sizeBytes),
};

/** A session in the trash as a whole comes back, or goes, as a whole: its files have no buttons of their own. */
function actionsColumn(trash: TrashType): TreeColumn {
  return {
    id: 'actions',
    header: 'Actions',
    isHeaderHidden: true,
    renderSession: (session, { tabIndex }) => (
      <RowActions subject={subjectOf(session, trash)} name={nameOfSession(session)} tabIndex={tabIndex} />
    ),
    renderFile: (file, { tabIndex }) =>
      trash === 'recording_file' && (
        <RowActions subject={subjectOfFile(file)} name={nameOfFile(file)} tabIndex={tabIndex} />
      ),
  };
}

function RowActions(row: { subject: Subject; name: string; tabIndex: 0 | -1 }) {
  return (
    <span className={actionStyles.actions}>
      <ChangeButton act="restore" {...row} />
      <ChangeButton act="remove" {...row} />
    </span>
  );
}

function bytesOf(files: readonly { sizeBytes: number | null }[]): number {
  return files.reduce((total, file) => total + (file.sizeBytes ?? 0), 0);
}
