import type { Session } from '@matinee/server/contract';
import { nameOfSession } from '../session-cells/names.ts';
import styles from './select-box.module.css';
import type { SelectedShare } from './tree-selection.ts';

/** The box of a row. The tree hears its clicks; Space on the row does the same, so that it needs no stop of its own. */
export function SelectBox({ session, isSelected }: { session: Session; isSelected: boolean }) {
  return (
    <span className={styles.place} data-select>
      <input
        type="checkbox"
        className={styles.box}
        checked={isSelected}
        readOnly
        tabIndex={-1}
        aria-label={`Select ${nameOfSession(session)}`}
      />
    </span>
  );
}

interface SelectLoadedBoxProps {
  share: SelectedShare;
  /** How many rows are loaded. */
  rows: number;
  onChange: (isSelected: boolean) => void;
}

/** The box over all rows that are loaded. It names itself; the label around it makes the target large. */
export function SelectLoadedBox({ share, rows, onChange }: SelectLoadedBoxProps) {
  return (
    <label className={styles.place}>
      <input
        ref={(box) => {
          if (box) box.indeterminate = share === 'some';
        }}
        type="checkbox"
        className={styles.box}
        checked={share === 'all'}
        disabled={rows === 0}
        onChange={() => onChange(share !== 'all')}
        aria-label="Select all loaded rows"
      />
    </label>
  );
}
