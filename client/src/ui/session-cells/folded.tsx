import { missing } from '../../lib/format.ts';
import styles from './folded.module.css';

interface FoldedProps {
  /** Folds first, below 1200 px. */
  length: string;
  /** These fold below 800 px, where a row has two lines. */
  when: string;
  size: string;
}

/** The columns that fold under the name, each from the width on at which its own column goes; missing values say nothing. */
export function Folded({ length, when, size }: FoldedProps) {
  const isKnown = (text: string): boolean => text !== '' && text !== missing;
  return (
    <>
      <span className={styles.medium}>{length}</span>
      <span className={styles.narrow}>{[when, length, size].filter(isKnown).join(' · ')}</span>
    </>
  );
}
