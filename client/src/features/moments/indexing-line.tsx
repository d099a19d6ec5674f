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
  if (state === 'off') return momentMessages.off;
  const sentences = [
    state !== 'done' && `${formatCount(indexed)} of ${plural(files, 'transcript')} are searchable.`,
    state === 'paused' && 'Reading the others is paused.',
    failed > 0 && `${plural(failed, 'file')} could not be read.`,
  ].filter(Boolean);
  return sentences.length === 0 ? null : sentences.join(' ');
}
