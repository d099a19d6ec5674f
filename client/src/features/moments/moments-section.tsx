import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { messages, problemSentences } from '../../lib/messages.ts';
import { toProblem } from '../../lib/problem-error.ts';
import { IndexOffNote } from './index-off-note.tsx';
import { IndexingLine } from './indexing-line.tsx';
import { MomentList } from './moment-list.tsx';
import styles from './moments.module.css';
import { momentMessages } from './moments-messages.ts';
import type { MomentsFilter } from './moments-query.ts';
import { countWords, useMoments } from './use-moments.ts';

interface MomentsSectionProps {
  filter: MomentsFilter;
  /** `November 2026` or `all months`. */
  place: string;
  /** How many are shown at first; null shows all there are. */
  preview: number | null;
  /** The way to all of them, shown where there are more. */
  toAll: ReactNode;
  /** Other ways on. */
  children?: ReactNode;
}

/** What was said and typed that a search finds: the first few, or all. */
export function MomentsSection({ filter, place, preview, toAll, children }: MomentsSectionProps) {
  const found = useMoments(filter);
  const { moments, indexing } = found;
  const shown = preview === null ? moments : moments.slice(0, preview);
  // What was read before it was turned off is still found.
  if (preview !== null && indexing?.state === 'off' && moments.length === 0) return <IndexOffNote />;
  return (
    <section className={styles.section} aria-labelledby="moments-heading" aria-busy={found.isStale}>
      <div className={styles.head}>
        <h2 id="moments-heading" className={styles.title}>
          {momentMessages.title}{' '}
          {moments.length > 0 && <span className={styles.count}>· {countWords(found)}</span>}
        </h2>
        {indexing && <IndexingLine indexing={indexing} />}
        <span className={styles.ways}>
          {shown.length < moments.length && toAll}
          {children}
        </span>
      </div>
      {found.error ? <Failure error={found.error} onRetry={found.onRetry} /> : null}
      {found.isLoading && <p className={styles.none}>{momentMessages.searching}</p>}
      {shown.length > 0 && <MomentList moments={shown} q={filter.q} />}
      {indexing && indexing.state !== 'off' && moments.length === 0 && (
        <p className={styles.none}>
          Nobody said or typed '<bdi>{filter.q}</bdi>' in {place}
          {indexing.state === 'done' ? '.' : ', as far as it is read.'}
        </p>
      )}
      {preview === null && found.hasMore && (
        <Button variant="default" loading={found.isLoadingMore} onClick={found.onMore}>
          {momentMessages.more}
        </Button>
      )}
    </section>
  );
}

/** In the section alone: the sessions below may well be there. */
function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const problem = toProblem(error);
  return (
    <div className={styles.failure}>
      <p className={styles.none}>
        {momentMessages.failed} {problemSentences[problem.type] ?? `${problem.title}.`}
      </p>
      <Button variant="default" size="compact-md" onClick={onRetry}>
        {messages.tryAgain}
      </Button>
    </div>
  );
}
