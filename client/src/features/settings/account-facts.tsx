import type { Status } from '@matinee/server/contract';
import { useQuery } from '@tanstack/react-query';
import { formatBytes, formatCount, formatRecent } from '../../lib/format.ts';
import { statusQuery } from '../../lib/status-query.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import styles from './settings.module.css';

const zoomWords = {
  ok: 'Answers',
  unknown: 'Not asked yet',
  'credentials-refused': 'Refuses our key',
  'rate-limited': 'Asks us to slow down',
  unreachable: 'Does not answer',
} as const;

/** What the server knows of the account; nothing here can be changed. */
export function AccountFacts() {
  const { data: status, error, refetch } = useQuery(statusQuery());
  return (
    <section aria-labelledby="account" className={styles.account}>
      <h2 id="account" className={styles.heading}>
        About this account
      </h2>
      {error && !status && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {status && (
        <dl className={styles.facts}>
          {toFacts(status).map(([name, value]) => (
            <div key={name} className={styles.fact}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function toFacts({ mode, allowChanges, zoom, catalog, version }: Status): [string, string][] {
  return [
    ['Account', mode === 'demo' ? 'Demo, made-up recordings' : 'Your Video SDK account'],
    ['Zoom', `${zoomWords[zoom.state]} since ${formatRecent(zoom.since)}`],
    ...(zoom.detail ? [['Why', zoom.detail] as [string, string]] : []),
    ['Changes', allowChanges ? 'Allowed' : 'Off on this server'],
    ['Sessions', formatCount(catalog.sessions)],
    ['Files', formatCount(catalog.files)],
    ['Size of recordings', formatBytes(catalog.bytes)],
    ['Months with recordings', formatCount(catalog.months)],
    ['Version', version],
  ];
}
