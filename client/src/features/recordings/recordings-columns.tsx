import type { RecordingFile, Session } from '@matinee/server/contract';
import { subjectOfFile, subjectOfSession } from '../../lib/changes/subject.ts';
import { hasContent, isPlayable } from '../../lib/file-kinds.ts';
import { formatBytes, formatMinutes, formatTime, formatUtc } from '../../lib/format.ts';
import type { Month } from '../../lib/month.ts';
import actionStyles from '../../ui/session-cells/actions.module.css';
import styles from '../../ui/session-cells/cells.module.css';
import { ChangeButton } from '../../ui/session-cells/change-button.tsx';
import { DownloadLink } from '../../ui/session-cells/download-link.tsx';
import { FileName } from '../../ui/session-cells/file-name.tsx';
import { Folded } from '../../ui/session-cells/folded.tsx';
import { KindGlyphs } from '../../ui/session-cells/kind-glyphs.tsx';
import { Moment } from '../../ui/session-cells/moment.tsx';
import { minutesOfFile, nameOfFile, nameOfSession, typeOfFile } from '../../ui/session-cells/names.ts';
import { PlayLink } from '../../ui/session-cells/play-link.tsx';
import { SessionName } from '../../ui/session-cells/session-name.tsx';
import type { TreeColumn } from '../../ui/session-tree/tree-column.ts';
import { formatStart } from './format-start.ts';

/** The columns of the list of recordings. `month` is the one on screen; null when all are. */
export function recordingsColumns(month: Month | null): TreeColumn[] {
  return [nameColumn(month), startColumn(month), lengthColumn, filesColumn, sizeColumn, actionsColumn];
}

function nameColumn(month: Month | null): TreeColumn {
  return {
    id: 'session',
    header: 'Session',
    sortField: 'name',
    renderSession: (session, context) => (
      <SessionName
        session={session}
        context={context}
        isLink
        hasFiles={session.files.length > 0}
        folded={
          <Folded
            when={formatStart(session.startTime, { month })}
            length={formatMinutes(session.durationMinutes)}
            size={formatBytes(session.sizeBytes)}
          />
        }
      />
    ),
    renderFile: (file) => (
      <FileName
        file={file}
        isBadged
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
}

function startColumn(month: Month | null): TreeColumn {
  return {
    id: 'start',
    header: 'Start',
    sortField: 'start',
    renderSession: ({ startTime }) => (
      <Moment iso={startTime} text={formatStart(startTime, { month })} exact={formatUtc(startTime)} />
    ),
    renderFile: ({ startTime, endTime }) => (
      <Moment iso={startTime} text={spanOf({ startTime, endTime })} exact={formatUtc(startTime)} />
    ),
  };
}

function spanOf({ startTime, endTime }: Pick<RecordingFile, 'startTime' | 'endTime'>): string {
  return endTime ? `${formatTime(startTime)}–${formatTime(endTime)}` : formatTime(startTime);
}

const lengthColumn: TreeColumn = {
  id: 'length',
  header: 'Length',
  sortField: 'duration',
  renderSession: (session) => formatMinutes(session.durationMinutes),
  renderFile: (file) => formatMinutes(minutesOfFile(file)),
};

const filesColumn: TreeColumn = {
  id: 'files',
  header: 'Files',
  sortField: 'files',
  renderSession: (session) => <KindGlyphs files={session.files} />,
  renderFile: (file) => <span className={styles.muted}>{typeOfFile(file)}</span>,
};

const sizeColumn: TreeColumn = {
  id: 'size',
  header: 'Size',
  sortField: 'size',
  isNumeric: true,
  renderSession: (session) => formatBytes(session.sizeBytes),
  renderFile: (file) => formatBytes(file.sizeBytes),
};

const actionsColumn: TreeColumn = {
  id: 'actions',
  header: 'Actions',
  isHeaderHidden: true,
  renderSession: (session, { tabIndex }) => <SessionActions session={session} tabIndex={tabIndex} />,
  renderFile: (file, { tabIndex }, session) => (
    <span className={actionStyles.actions}>
      {isPlayable(file) && (
        <PlayLink sessionId={session.id} view={file.id} name={nameOfFile(file)} tabIndex={tabIndex} />
      )}
      {hasContent(file) && <DownloadLink fileId={file.id} name={nameOfFile(file)} tabIndex={tabIndex} />}
      {file.trashedAt === null && (
        <ChangeButton act="trash" subject={subjectOfFile(file)} name={nameOfFile(file)} tabIndex={tabIndex} />
      )}
    </span>
  ),
};

function SessionActions({ session, tabIndex }: { session: Session; tabIndex: 0 | -1 }) {
  const name = nameOfSession(session);
  return (
    <span className={actionStyles.actions}>
      {session.files.some(isPlayable) && <PlayLink sessionId={session.id} name={name} tabIndex={tabIndex} />}
      <ChangeButton act="trash" subject={subjectOfSession(session)} name={name} tabIndex={tabIndex} />
    </span>
  );
}
