import { CircleAlert, Clock, TriangleAlert } from 'lucide-react';
import { formatDayMonth, formatTime } from '../../lib/format.ts';
import { toCountdown, type Urgency } from './purge.ts';
import styles from './purge-cell.module.css';

const icons: Record<Urgency, typeof Clock> = {
  'last-day': CircleAlert,
  soon: TriangleAlert,
  later: Clock,
  unknown: Clock,
};

/** Days until an item is deleted for good, as picture, words and colour; about when, on hover and on focus. */
export function PurgeCell({ purgeAt, today }: { purgeAt: string | null; today: Date }) {
  const { words, urgency } = toCountdown(purgeAt, today);
  const Icon = icons[urgency];
  return (
    <span className={styles.purge} data-urgency={urgency}>
      <Icon size={16} aria-hidden />
      <span>
        {words}
        {purgeAt && (
          <time className={styles.exact} dateTime={purgeAt}>
            about {formatDayMonth(purgeAt)}, {formatTime(purgeAt)}
          </time>
        )}
      </span>
    </span>
  );
}
