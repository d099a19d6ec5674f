import { Button } from '@mantine/core';
import type { AuditEntries, AuditEntry } from '@matinee/server/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { formatDateTime, formatUtc } from '../../lib/format.ts';
import { getJson } from '../../lib/http.ts';
import { messages } from '../../lib/messages.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import styles from './audit.module.css';
import { type AuditFilter, actionNames, resultNames, toAuditParams, whereNames } from './audit-filter.ts';

/** Every call that was made to change a recording, newest first. */
export function AuditList({ filter }: { filter: AuditFilter }) {
  const query = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) => getJson<AuditEntries>(toPath(filter, pageParam), signal),
    initialPageParam: null as string | null, // Widened: without it the type would be null alone.
    getNextPageParam: (last) => last.nextCursor,
  });
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <LoadingRows rows={8} label="Audit log" />;
  const entries = query.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) return <EmptyState title="Nothing that matches was ever changed from here." />;
  return (
    <>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <caption className="visually-hidden">Audit log, newest first</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">Recording</th>
              <th scope="col">Result</th>
              <th scope="col">Before → after</th>
              <th scope="col">Zoom’s tracking id</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <AuditRow key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      {query.hasNextPage && (
        <p className={styles.more}>
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            Show older
          </Button>
        </p>
      )}
    </>
  );
}

function AuditRow({ entry }: { entry: AuditEntry }) {
  const { at, action, name, label, sessionId, zoomId, result, before, after, detail, trackingId } = entry;
  return (
    <tr>
      <td className={styles.when}>
        <time dateTime={at} title={formatUtc(at)}>
          {formatDateTime(at)}
        </time>
      </td>
      <td>{action ? actionNames[action] : '–'}</td>
      <td className={styles.what}>
        {sessionId === null ? '–' : <bdi>{name?.trim() || messages.untitled}</bdi>}
        {label && <span className={styles.muted}> · {label}</span>}
        {zoomId && <code className={styles.id}>{zoomId}</code>}
      </td>
      <td>
        <span data-result={result} className={styles.result}>
          {resultNames[result]}
        </span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </td>
      <td>
        {before ? whereNames[before] : '–'} → {after ? whereNames[after] : '–'}
      </td>
      <td>
        <code className={styles.id}>{trackingId ?? '–'}</code>
      </td>
    </tr>
  );
}

function toPath(filter: AuditFilter, cursor: string | null): string {
  const params = toAuditParams(filter);
  if (cursor !== null) params.set('cursor', cursor);
  return `/api/audit?${params}`;
}
