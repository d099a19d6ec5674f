import {
  formatBytes,
  formatDateTime,
  formatDay,
  formatDayMonth,
  formatMinutes,
  formatTime,
  formatUtc,
} from '../../lib/format.ts';
import styles from '../../ui/session-cells/cells.module.css';
import { FileName } from '../../ui/session-cells/file-name.tsx';
import { Folded } from '../../ui/session-cells/folded.tsx';
import { KindGlyphs } from '../../ui/session-cells/kind-glyphs.tsx';
import { Moment } from '../../ui/session-cells/moment.tsx';
import { minutesOfFile, typeOfFile } from '../../ui/session-cells/names.ts';
import { SessionName } from '../../ui/session-cells/session-name.tsx';
import type { TreeColumn } from '../../ui/session-tree/tree-column.ts';
import { trashedFiles, trashTimes } from './purge.ts';
import { PurgeCell } from './purge-cell.tsx';

/** The columns of the trash. Nothing here can be played or downloaded: Zoom gives no bytes of trashed files. */
export function trashColumns(today: Date): TreeColumn[] {
  return [nameColumn, startColumn, movedColumn, purgeColumn(today), filesColumn, sizeColumn];
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

function bytesOf(files: readonly { sizeBytes: number | null }[]): number {
  return files.reduce((total, file) => total + (file.sizeBytes ?? 0), 0);
}
