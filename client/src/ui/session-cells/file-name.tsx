import type { RecordingFile } from '@matinee/server/contract';
import type { ReactNode } from 'react';
import styles from './cells.module.css';
import { KindIcon } from './kind-icon.tsx';
import { participantBeside } from './names.ts';
import { badgeOfFile } from './session-state.ts';
import { StateBadge } from './state-badge.tsx';

interface FileNameProps {
  file: RecordingFile;
  /** In the trash every file is; saying so on each would only be noise. */
  isBadged: boolean;
  folded: ReactNode;
}

/** First cell of a file: its kind, its label, whose recording it is, its state. */
export function FileName({ file, isBadged, folded }: FileNameProps) {
  const badge = isBadged ? badgeOfFile(file) : null;
  const participant = participantBeside(file);
  return (
    <div className={styles.nameCell} data-level="2">
      <span className={styles.fileIcon}>
        <KindIcon kind={file.kind} />
      </span>
      <div className={styles.nameLines}>
        <div className={styles.nameLine}>
          <span className={styles.fileLabel}>{file.label}</span>
          {participant && <span className={styles.muted}>{participant}</span>}
          {badge && <StateBadge kind={badge} />}
        </div>
        <div className={styles.folded}>{folded}</div>
      </div>
    </div>
  );
}
