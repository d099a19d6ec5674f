import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { pauseQuery } from '../lib/pause-query.ts';
import { timeZoneSetting } from '../lib/settings.ts';
import { statusQuery } from '../lib/status-query.ts';
import { useSetting } from '../lib/use-setting.ts';
import { Countdown } from '../ui/countdown.tsx';
import { type Alarm, toAlarm } from './alarm.ts';
import type { Connection } from './live-updates.ts';
import styles from './status-banner.module.css';
import { useIsOffline } from './use-is-offline.ts';

/** One line over the page for what concerns all of it; nothing while all is well. */
export function StatusBanner({ connection }: { connection: Connection }) {
  const queryClient = useQueryClient();
  // Times on it follow the reader's choice.
  useSetting(timeZoneSetting);
  const { data: status } = useQuery(statusQuery());
  const { data: pausedUntil } = useQuery(pauseQuery());
  const isOffline = useIsOffline();
  const alarm = toAlarm({ connection, isOffline, zoom: status?.zoom ?? null });
  if (!alarm) return null;
  return (
    <Banner alarm={alarm}>
      <span>
        {alarm.sentence}
        {alarm.hasCountdown && <Pause until={pausedUntil ?? null} />}
        {alarm.detail && <span className={styles.detail}> {alarm.detail}</span>}
      </span>
      {alarm.canRetry && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => void queryClient.refetchQueries({ type: 'active' })}
        >
          Retry
        </Button>
      )}
    </Banner>
  );
}

function Banner({ alarm, children }: { alarm: Alarm; children: ReactNode }) {
  const Icon = alarm.isUrgent ? CircleAlert : TriangleAlert;
  return (
    <div
      className={styles.banner}
      data-urgent={alarm.isUrgent || undefined}
      role={alarm.isUrgent ? 'alert' : 'status'}
    >
      <div className={styles.words}>
        <Icon size={18} aria-hidden className={styles.icon} />
        <p className={styles.text}>{children}</p>
      </div>
    </div>
  );
}

/** How long the pause that Zoom asked for still lasts, where that is known. */
function Pause({ until }: { until: number | null }) {
  const seconds = until === null ? 0 : Math.ceil((until - Date.now()) / 1000);
  if (seconds <= 0) return ' It continues by itself.';
  return (
    <>
      {' '}
      Continuing in <Countdown key={until} seconds={seconds} />.
    </>
  );
}
