import styles from './folded.module.css';

interface FoldedProps {
  /** Folds first, below 1200 px. */
  length: string;
  /** These fold below 800 px, where a row has two lines. */
  when: string;
  size: string;
}

/** The columns that fold under the name, each from the width on at which its own column goes. */
export function Folded({ length, when, size }: FoldedProps) {
  return (
    <>
      <span className={styles.narrow}>{when} · </span>
      <span>{length}</span>
      <span className={styles.narrow}> · {size}</span>
    </>
  );
}
