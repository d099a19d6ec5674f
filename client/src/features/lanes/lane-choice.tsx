import { useId } from 'react';
import styles from './lane-choice.module.css';

interface LaneChoiceProps<T extends string> {
  label: string;
  choices: readonly { value: T; words: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** One of two in little room. */
export function LaneChoice<T extends string>({ label, choices, value, onChange }: LaneChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.part}>
          <input
            type="radio"
            className={styles.input}
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.words}
        </label>
      ))}
    </fieldset>
  );
}
