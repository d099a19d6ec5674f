import type { Indexing } from '@matinee/server/contract';
import { formatCount, plural } from '../../lib/format.ts';
import styles from './moments.module.css';
import { momentMessages } from './moments-messages.ts';

/** How much of the library's words a search looks through; nothing while that is all of it and all went well. */
export function IndexingLine({ indexing }: { indexing: Indexing }) {
  const words = indexingWords(indexing);
  if (words === null) return null;
  const isReading = indexing.state === 'reading' || indexing.state === 'paused';
  return (
    <p className={styles.indexing}>
      {isReading && indexing.files > 0 && (
        <progress
          max={indexing.files}
          value={indexing.indexed}
          aria-label="Transcripts that are searchable"
        />
      )}
      {words}
    </p>
  );
}

/** The state of the index in a sentence; null when there is nothing to say. */
export function indexingWords({ state, files, indexed, failed }: Indexing): string | null {
  if (state === 'off') {
    return `${indexed > 0 ? momentMessages.offSince : momentMessages.off} ${momentMessages.offMeans}`;
  }
  const sentences = [
    state !== 'done' &&
      files > 0 &&
      `${formatCount(indexed)} of ${plural(files, 'transcript')} are searchable.`,
    state === 'paused' && files > 0 && 'Reading the others is paused, and goes on by itself.',
    failed > 0 &&
      `${plural(failed, 'file')} could not be read, and ${failed === 1 ? 'is' : 'are'} tried again.`,
  ].filter(Boolean);
  return sentences.length === 0 ? null : sentences.join(' ');
}
