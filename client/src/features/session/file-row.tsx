import { ActionIcon } from '@mantine/core';
import { Download, Play, TextSearch } from 'lucide-react';
import { hasContent } from '../../lib/file-kinds.ts';
import { formatBytes } from '../../lib/format.ts';
import { downloadUrl } from '../../lib/media-url.ts';
import { KindIcon } from '../../ui/session-cells/kind-icon.tsx';
import { typeOfFile } from '../../ui/session-cells/names.ts';
import { badgeOfFile } from '../../ui/session-cells/session-state.ts';
import { StateBadge } from '../../ui/session-cells/state-badge.tsx';
import { ChangeFileButton } from './change-file-button.tsx';
import styles from './file-list.module.css';
import { formatFileSpan, isReadable } from './session-facts.ts';
import { sessionMessages } from './session-messages.ts';
import { isPlayableKind, type View } from './views.ts';

export interface FileActions {
  onPlay: (view: View) => void;
  onRead: (view: View) => void;
}

interface FileRowProps extends FileActions {
  view: View;
  isCurrent: boolean;
  /** False where it goes only with its session: in the trash as a whole. */
  isOnItsOwn: boolean;
}

/** One file: what it is, when, how large, in which state, and what can be done with it. */
export function FileRow({ view, isCurrent, isOnItsOwn, ...actions }: FileRowProps) {
  const { file, label } = view;
  const type = typeOfFile(file);
  const badge = badgeOfFile(file);
  return (
    <li className={styles.row} aria-current={isCurrent ? 'true' : undefined}>
      <KindIcon kind={file.kind} />
      <div className={styles.words}>
        <p className={styles.label}>
          <bdi>{label}</bdi> {type && <span className={styles.type}>{type}</span>}
        </p>
        <p className={styles.facts}>
          <span>{formatFileSpan(file)}</span>
          <span>{formatBytes(file.sizeBytes)}</span>
          {badge ? (
            <StateBadge kind={badge} />
          ) : (
            <span>{isCurrent ? sessionMessages.playing : sessionMessages.ready}</span>
          )}
        </p>
      </div>
      <div className={styles.buttons}>
        {hasContent(file) && <ContentButtons view={view} {...actions} />}
        {isOnItsOwn && <ChangeFileButton view={view} />}
      </div>
    </li>
  );
}

function ContentButtons({ view, onPlay, onRead }: FileActions & { view: View }) {
  const { file, label } = view;
  return (
    <>
      {isPlayableKind(file) && (
        <ActionIcon
          variant="subtle"
          size={32}
          aria-label={`${sessionMessages.play} ${label}`}
          title={sessionMessages.play}
          onClick={() => onPlay(view)}
        >
          <Play aria-hidden size={18} />
        </ActionIcon>
      )}
      {isReadable(file) && (
        <ActionIcon
          variant="subtle"
          size={32}
          id={`read-${file.id}`}
          aria-label={`${sessionMessages.read} ${label}`}
          title={sessionMessages.read}
          onClick={() => onRead(view)}
        >
          <TextSearch aria-hidden size={18} />
        </ActionIcon>
      )}
      <ActionIcon
        component="a"
        variant="subtle"
        size={32}
        href={downloadUrl(file.id)}
        download
        aria-label={`${sessionMessages.download} ${label}`}
        title={sessionMessages.download}
      >
        <Download aria-hidden size={18} />
      </ActionIcon>
    </>
  );
}
