import { Button } from '@mantine/core';
import type { Session } from '@matinee/server/contract';
import { Link } from '@tanstack/react-router';
import { CircleSlash, FileX, Hourglass, Trash2 } from 'lucide-react';
import { subjectOfFile, subjectOfSession } from '../../lib/changes/subject.ts';
import { formatDay } from '../../lib/format.ts';
import { RestoreButton } from './restore-button.tsx';
import { sessionMessages } from './session-messages.ts';
import type { Stage } from './stage.ts';
import styles from './stage-notice.module.css';
import { isPlayableKind } from './views.ts';

interface StageNoticeProps {
  session: Session;
  stage: Exclude<Stage, { state: 'playing' }>;
  isChecking: boolean;
  onCheck: () => void;
}

const icons = {
  processing: Hourglass,
  unavailable: CircleSlash,
  'file-trashed': Trash2,
  'session-trashed': Trash2,
  nothing: FileX,
};

/** In the picture's place when there is none to show: why, what that means, and the one thing to do. */
export function StageNotice({ session, stage, isChecking, onCheck }: StageNoticeProps) {
  const Icon = icons[stage.state];
  const { sentence, meaning } = toWords(session, stage);
  return (
    <section className={styles.notice} aria-label={sentence}>
      <Icon aria-hidden size={32} />
      <p className={styles.sentence}>{sentence}</p>
      <p className={styles.meaning}>{meaning}</p>
      {stage.state === 'processing' && (
        <Button variant="default" onClick={onCheck} loading={isChecking}>
          {sessionMessages.checkAgain}
        </Button>
      )}
      {stage.state === 'file-trashed' && (
        <>
          <RestoreButton subject={subjectOfFile(stage.view.file)} words={sessionMessages.restoreFile} />
          <TrashLink kind="recording_file" />
        </>
      )}
      {stage.state === 'session-trashed' && (
        <>
          <RestoreButton subject={subjectOfSession(session)} words={sessionMessages.restore} />
          <TrashLink kind="session_recordings" />
        </>
      )}
      {stage.state === 'nothing' && hasTrashedMedia(session) && <TrashLink kind="recording_file" />}
    </section>
  );
}

function TrashLink({ kind }: { kind: 'recording_file' | 'session_recordings' }) {
  return (
    <Link to="/trash" search={{ kind }} className={styles.link}>
      {sessionMessages.openInTrash}
    </Link>
  );
}

function toWords(session: Session, stage: StageNoticeProps['stage']): { sentence: string; meaning: string } {
  const { processing, processingMeans, unavailable, unavailableMeans } = sessionMessages;
  switch (stage.state) {
    case 'processing':
      return { sentence: processing, meaning: processingMeans };
    case 'unavailable':
      return { sentence: unavailable, meaning: unavailableMeans };
    case 'file-trashed':
      return toTrashWords(sessionMessages.trashedFile, stage.view.file);
    case 'session-trashed':
      return toTrashWords(sessionMessages.trashedSession, session);
    case 'nothing':
      return toNothingWords(session);
  }
}

function toNothingWords(session: Session): { sentence: string; meaning: string } {
  const { nothing, nothingMeans, nothingAtAll, allTrashed, allTrashedMeans } = sessionMessages;
  if (hasTrashedMedia(session)) return { sentence: allTrashed, meaning: allTrashedMeans };
  return { sentence: nothing, meaning: session.files.length > 0 ? nothingMeans : nothingAtAll };
}

function hasTrashedMedia({ files }: Session): boolean {
  return files.some((file) => isPlayableKind(file) && file.trashedAt !== null);
}

/** Zoom deletes within a day after the thirtieth, so the date is "about" (ui.md U5). */
function toTrashWords(
  moved: string,
  { trashedAt, purgeAt }: { trashedAt: string | null; purgeAt: string | null },
) {
  const sentence = trashedAt ? `${moved} on ${formatDay(trashedAt)}.` : `${moved}.`;
  const when = purgeAt ? `about ${formatDay(purgeAt)}` : 'within 30 days';
  return { sentence, meaning: `Restore it to play it. Zoom deletes it for good ${when}.` };
}
