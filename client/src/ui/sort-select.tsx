import styles from './sort-select.module.css';

interface SortSelectProps {
  sort: string;
  choices: readonly { value: string; label: string }[];
  onSort: (sort: string) => void;
}

/** The order of a list where its column headers have no room. */
export function SortSelect({ sort, choices, onSort }: SortSelectProps) {
  return (
    <label className={styles.label}>
      Sort
      <select className={styles.select} value={sort} onChange={(event) => onSort(event.currentTarget.value)}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
