import styles from './cells.module.css';

interface MomentProps {
  iso: string | null;
  /** The moment in the reader's time. */
  text: string;
  /** Shown below while the row is under the pointer or has the focus: the exact or the other time. */
  exact: string;
}

/** A time with its exact self below it on hover and on focus, inside the row, so that nothing is covered. */
export function Moment({ iso, text, exact }: MomentProps) {
  if (!iso) return <span className={styles.muted}>{text}</span>;
  return (
    <time dateTime={iso} className={styles.moment}>
      <span className={styles.momentText}>{text}</span>
      <span className={styles.momentExact}>{exact}</span>
    </time>
  );
}
