import { Button } from '@mantine/core';
import type { RecordingFile, Session } from '@matinee/server/contract';
import { FolderArchive } from 'lucide-react';
import { hasContent } from '../../lib/file-kinds.ts';
import { formatBytes } from '../../lib/format.ts';
import { zipUrl } from '../../lib/media-url.ts';
import styles from './file-list.module.css';
import { type FileActions, FileRow } from './file-row.tsx';
import { sumSizes } from './session-facts.ts';
import { sessionMessages } from './session-messages.ts';
import { nameFiles, type View } from './views.ts';

interface FileListProps extends FileActions {
  session: Session;
  current: RecordingFile | null;
}

/** Every file of the session, whatever its state, those of single participants under a heading of their own; and all in one. */
export function FileList({ session, current, ...actions }: FileListProps) {
  const views = nameFiles(session.files);
  const own = views.filter(({ file }) => file.participant !== null);
  const shared = views.filter((view) => !own.includes(view));
  const row = (view: View) => (
    <FileRow
      key={view.file.id}
      view={view}
      isCurrent={view.file.id === current?.id}
      isOnItsOwn={session.state !== 'trashed'}
      {...actions}
    />
  );
  return (
    <>
      {session.files.some(hasContent) && <ZipLink session={session} />}
      {shared.length > 0 && <ul className={styles.list}>{shared.map(row)}</ul>}
      {own.length > 0 && (
        <>
          <h2 className={styles.heading}>{sessionMessages.participants}</h2>
          <ul className={styles.list}>{own.map(row)}</ul>
        </>
      )}
    </>
  );
}

function ZipLink({ session }: { session: Session }) {
  return (
    <Button
      component="a"
      variant="default"
      size="compact-md"
      className={styles.zip ?? ''}
      href={zipUrl(session.id)}
      download
      leftSection={<FolderArchive aria-hidden size={16} />}
    >
      {sessionMessages.everything} <span className={styles.zipSize}>{formatBytes(sumSizes(session))}</span>
    </Button>
  );
}
