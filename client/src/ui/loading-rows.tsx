import { useEffect, useState } from 'react';
import styles from './loading-rows.module.css';

/** After this long a person wants to know what is being waited for. */
const patienceMs = 4000;

/** Grey rows of the real height, so that nothing moves when the real ones come. */
export function LoadingRows({ rows, label }: { rows: number; label: string }) {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <section aria-busy="true" aria-label={`Loading ${label}`} className={styles.rows}>
      <p role="status" className={isLong ? styles.note : 'visually-hidden'}>
        {isLong ? 'Still loading from Zoom…' : 'Loading…'}
      </p>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: these rows are all alike.
        <div key={row} className={styles.row} aria-hidden>
          <span className={styles.bar} style={{ width: `${45 + ((row * 37) % 50)}%` }} />
          <span className={styles.bar} />
          <span className={styles.bar} />
        </div>
      ))}
    </section>
  );
}
