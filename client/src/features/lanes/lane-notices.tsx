import { Button } from '@mantine/core';
import { CircleAlert, Download } from 'lucide-react';
import { plural } from '../../lib/format.ts';
import { downloadUrl } from '../../lib/media-url.ts';
import { messages, problemSentences } from '../../lib/messages.ts';
import { toProblem } from '../../lib/problem-error.ts';
import styles from './lane.module.css';
import { fileSentences, laneMessages } from './lane-messages.ts';
import type { Lane, LaneTrouble } from './lanes.ts';

/** What keeps a lane from being whole, or from being there at all. Nothing where all is well. */
export function LaneNotices({ lane }: { lane: Lane }) {
  const state = stateOf(lane);
  return (
    <>
      {lane.troubles.map((trouble) => (
        <FileTrouble key={trouble.file.id} lane={lane} trouble={trouble} />
      ))}
      {state && (
        <p className={styles.note} role="status">
          {state}
        </p>
      )}
      {lane.unreadable > 0 && (
        <p className={styles.note}>
          {plural(lane.unreadable, 'line')} could not be read and {lane.unreadable === 1 ? 'is' : 'are'} left
          out.
        </p>
      )}
    </>
  );
}

/** Said in the lane alone: the picture has words of its own when it fails as well. */
function FileTrouble({ lane, trouble }: { lane: Lane; trouble: LaneTrouble }) {
  const { file, error, onRetry } = trouble;
  const problem = toProblem(error);
  const isDamaged = problem.type === '/problems/file-unreadable';
  const { damaged, failed } = fileSentences[lane.kind];
  return (
    <div role="status" className={styles.trouble}>
      <CircleAlert aria-hidden size={20} />
      <div>
        <p className={styles.sentence}>
          {isDamaged ? damaged : `${failed} ${problemSentences[problem.type] ?? `${problem.title}.`}`}
        </p>
        <div className={styles.ways}>
          {!isDamaged && (
            <Button variant="default" size="compact-md" onClick={onRetry}>
              {messages.tryAgain}
            </Button>
          )}
          <Button
            component="a"
            variant="default"
            size="compact-md"
            href={downloadUrl(file.id)}
            download
            leftSection={<Download aria-hidden size={16} />}
          >
            {laneMessages.download}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Why there are no lines, if there are none and nothing else says why. */
function stateOf({ kind, files, lines, isLoading, troubles }: Lane): string | null {
  if (lines.length > 0) return null;
  if (isLoading) return laneMessages.opening;
  if (troubles.length > 0) return null;
  const sentences = fileSentences[kind];
  if (files.length === 0) return sentences.none;
  const kept = files.filter(({ trashedAt }) => trashedAt === null);
  if (kept.length === 0) return sentences.gone;
  return kept.some(({ state }) => state === 'processing') ? sentences.processing : sentences.empty;
}
