import { useId } from 'react';
import styles from './choice-group.module.css';

interface ChoiceGroupProps<T extends string> {
  label: string;
  choices: readonly { value: T; words: string; detail?: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** One of a few, all of them in sight. */
export function ChoiceGroup<T extends string>({ label, choices, value, onChange }: ChoiceGroupProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.words}
            {choice.detail && <span className={styles.detail}> {choice.detail}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
