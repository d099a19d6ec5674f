import { SelectField } from './select-field.tsx';
import styles from './sort-select.module.css';

interface SortSelectProps {
  sort: string;
  choices: readonly { value: string; label: string }[];
  onSort: (sort: string) => void;
}

/** The order of a list where its column headers have no room. */
export function SortSelect({ sort, choices, onSort }: SortSelectProps) {
  return (
    <div className={styles.narrow}>
      <SelectField label="Sort" value={sort} choices={choices} onChoose={onSort} className={styles.label} />
    </div>
  );
}
