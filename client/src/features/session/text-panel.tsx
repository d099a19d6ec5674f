import { Button } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { ChevronLeft, Download } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { formatBytes } from '../../lib/format.ts';
import { contentUrl, downloadUrl } from '../../lib/media-url.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { sessionMessages } from './session-messages.ts';
import { readTextStart, type TextStart } from './text-file.ts';
import styles from './text-panel.module.css';
import type { View } from './views.ts';

/** Not kept for long: a megabyte of text is cheap to ask for again. */
function textQuery(fileId: string) {
  return queryOptions({
    queryKey: ['text', fileId],
    queryFn: ({ signal }) => readTextStart(contentUrl(fileId), signal),
    gcTime: 60_000,
  });
}

/** The beginning of a text file, as text and never as anything else: what people typed in a chat runs nothing here. */
export function TextPanel({ view, onClose }: { view: View; onClose: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error, refetch, isFetching } = useQuery(textQuery(view.file.id));
  useEffect(() => heading.current?.focus(), []);
  return (
    <div aria-busy={isFetching}>
      <div className={styles.bar}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<ChevronLeft aria-hidden size={16} />}
          onClick={onClose}
        >
          {sessionMessages.backToFiles}
        </Button>
        <Button
          component="a"
          variant="subtle"
          size="compact-sm"
          href={downloadUrl(view.file.id)}
          download
          leftSection={<Download aria-hidden size={16} />}
        >
          {sessionMessages.download}
        </Button>
      </div>
      <h2 id="text-heading" ref={heading} tabIndex={-1} className={styles.heading}>
        <bdi>{view.label}</bdi>
      </h2>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <TextBody start={data} />}
    </div>
  );
}

function TextBody({ start }: { start: TextStart | undefined }) {
  if (start === undefined) return <p role="status">{sessionMessages.loadingText}</p>;
  if (start.text === '') return <p>{sessionMessages.emptyText}</p>;
  const total = start.totalBytes === null ? '' : ` of ${formatBytes(start.totalBytes)}`;
  return (
    <>
      {!start.isWhole && (
        <p className={styles.note}>
          The first {formatBytes(start.shownBytes)}
          {total}. {sessionMessages.toSeeAll}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className={styles.text} tabIndex={0} aria-labelledby="text-heading">
        <pre>{start.text}</pre>
      </section>
    </>
  );
}
