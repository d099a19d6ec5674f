import type { RecordingFile, Session } from '@matinee/server/contract';
import styles from './file-list.module.css';
import { type FileActions, FileRow } from './file-row.tsx';
import { nameFiles } from './views.ts';

interface FileListProps extends FileActions {
  session: Session;
  current: RecordingFile | null;
}

/** Every file of the session, whatever its state. */
export function FileList({ session, current, ...actions }: FileListProps) {
  return (
    <ul className={styles.list}>
      {nameFiles(session.files).map((view) => (
        <FileRow key={view.file.id} view={view} isCurrent={view.file.id === current?.id} {...actions} />
      ))}
    </ul>
  );
}
