import type { Session } from '@matinee/server/contract';
import type { ReactNode } from 'react';
import { formatBytes, formatDateTime, formatMinutes, formatUtc, missing } from '../../lib/format.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './info-panel.module.css';
import { formatSpan, toSpan } from './session-facts.ts';

/** Everything known of the session that is not its files: for support people who must name it, and count it. */
export function InfoPanel({ session }: { session: Session }) {
  const facts = JSON.stringify(session, null, 2);
  return (
    <div className={styles.info}>
      <dl className={styles.facts}>
        <Fact name="Session ID" copy={session.zoomId}>
          <code>{session.zoomId}</code>
        </Fact>
        <Fact name="Session key" copy={session.key}>
          <bdi>{session.key || missing}</bdi>
        </Fact>
        <Fact name="Name" copy={session.name}>
          <bdi>{session.name || missing}</bdi>
        </Fact>
        <Fact name="Your time">{formatSpan(toSpan(session))}</Fact>
        <Fact name="UTC">{formatSpan(toSpan(session), { timeZone: 'UTC' })}</Fact>
        <Fact name="Length, says Zoom">{formatMinutes(session.durationMinutes)}</Fact>
        {session.trashedAt && <Fact name="Moved to trash">{formatDateTime(session.trashedAt)}</Fact>}
        {session.purgeAt && <Fact name="Deleted for good">about {formatUtc(session.purgeAt)}</Fact>}
      </dl>
      <CountsTable session={session} />
      <details className={styles.raw}>
        <summary>All facts as JSON</summary>
        <CopyButton text={facts} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
        <section tabIndex={0} aria-label="All facts as JSON">
          <pre>{facts}</pre>
        </section>
      </details>
    </div>
  );
}

function Fact({ name, copy, children }: { name: string; copy?: string | null; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span>{children}</span>
        {copy && <CopyButton text={copy} />}
      </dd>
    </div>
  );
}

/** Zoom's totals count files we cannot see, and miss some that we can (zoom-api.md 2.7): both are shown, neither is mended. */
function CountsTable({ session }: { session: Session }) {
  const { reported } = session;
  return (
    <table className={styles.counts}>
      <caption className="visually-hidden">Counted here beside what Zoom says</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Counted here</th>
          <th scope="col">Zoom says</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Files</th>
          <td>{session.fileCount}</td>
          <td>{reported.fileCount ?? missing}</td>
        </tr>
        <tr>
          <th scope="row">Size</th>
          <td>{formatBytes(session.sizeBytes)}</td>
          <td>{formatBytes(reported.sizeBytes)}</td>
        </tr>
      </tbody>
    </table>
  );
}
