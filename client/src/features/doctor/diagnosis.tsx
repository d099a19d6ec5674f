import { Button } from '@mantine/core';
import type { Check, Diagnosis } from '@matinee/server/contract';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleHelp, RefreshCw, TriangleAlert } from 'lucide-react';
import { formatTime } from '../../lib/format.ts';
import { getJson } from '../../lib/http.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { checkBrowser } from './check-browser.ts';
import styles from './doctor.module.css';

const states = {
  ok: { words: 'Fine', Icon: CircleCheck },
  warning: { words: 'Could be better', Icon: TriangleAlert },
  failed: { words: 'To mend', Icon: CircleAlert },
  unknown: { words: 'Not looked at', Icon: CircleHelp },
} as const;

/** What the server finds when it looks at its set-up, and what this browser can do; each with a remedy. */
export function DiagnosisList() {
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['doctor'],
    queryFn: ({ signal }) => getJson<Diagnosis>('/api/doctor', signal),
    refetchOnWindowFocus: false,
  });
  if (error && !isFetching) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={8} label="Looking at the set-up" />;
  const checks = [...data.checks, checkBrowser()];
  return (
    <>
      <div className={styles.summary}>
        <p role="status" className={styles.words}>
          {summarize(checks)} Looked at {formatTime(data.ranAt)}.
        </p>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<RefreshCw size={16} aria-hidden />}
          loading={isFetching}
          onClick={() => void refetch()}
        >
          Look again
        </Button>
      </div>
      <ul className={styles.checks}>
        {checks.map((check) => (
          <CheckItem key={check.id} check={check} />
        ))}
      </ul>
    </>
  );
}

type Shown = Omit<Check, 'id'> & { id: string };

function CheckItem({ check: { title, state, detail, remedy } }: { check: Shown }) {
  const { words, Icon } = states[state];
  return (
    <li className={styles.check} data-state={state}>
      <Icon size={20} aria-hidden className={styles.icon} />
      <div className={styles.body}>
        <h2 className={styles.title}>
          {title} <span className={styles.state}>{words}</span>
        </h2>
        <p className={styles.detail}>{detail}</p>
        {remedy && <p className={styles.remedy}>{remedy}</p>}
      </div>
    </li>
  );
}

function summarize(checks: readonly Shown[]): string {
  const failed = checks.filter(({ state }) => state === 'failed').length;
  return failed === 0 ? 'Nothing stands in the way.' : `${failed} to mend.`;
}
