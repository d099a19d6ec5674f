import type { ReactNode } from 'react';
import styles from './select-field.module.css';

interface SelectFieldProps {
  label: ReactNode;
  value: string;
  choices: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
  className?: string | undefined;
}

/** One of a few, chosen with the browser's own list: the same by mouse, keys and touch. */
export function SelectField({ label, value, choices, onChoose, className }: SelectFieldProps) {
  return (
    <label className={[styles.label, className].filter(Boolean).join(' ')}>
      {label}
      <select
        className={styles.select}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
