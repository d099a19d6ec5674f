import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Bounds } from '../../../lib/bounds.ts';
import styles from './filters.module.css';

interface RangePanelProps {
  presets: readonly { value: string; words: string }[];
  value: string;
  /** What a bound looks like, `30` or `500MB`, and its unit in words. */
  example: string;
  unit: string;
  parse: (text: string) => Bounds | undefined;
  onApply: (value: string) => void;
}

/** Inside of a panel: the usual ranges at one click, and any other by its two ends. */
export function RangePanel({ presets, value, example, unit, parse, onApply }: RangePanelProps) {
  return (
    <>
      <ul className={styles.presets}>
        {presets.map((preset) => (
          <li key={preset.value}>
            <button
              type="button"
              className={styles.preset}
              aria-pressed={preset.value === value}
              onClick={() => onApply(preset.value)}
            >
              {preset.words}
            </button>
          </li>
        ))}
      </ul>
      <RangeForm value={value} example={example} unit={unit} parse={parse} onApply={onApply} />
    </>
  );
}

function RangeForm({ value, example, unit, parse, onApply }: Omit<RangePanelProps, 'presets'>) {
  const [low = '', high = ''] = value.split('-');
  const [ends, setEnds] = useState({ low, high });
  const [error, setError] = useState<string | null>(null);

  function submit(event: React.SubmitEvent): void {
    event.preventDefault();
    const range = `${withoutSpaces(ends.low)}-${withoutSpaces(ends.high)}`;
    if (range === '-') onApply('');
    else if (parse(range)) onApply(range);
    else setError(`Give ${unit} like ${example}, the smaller one first.`);
  }

  function change(part: Partial<typeof ends>): void {
    setEnds({ ...ends, ...part });
    setError(null);
  }

  return (
    <form className={styles.range} onSubmit={submit} noValidate>
      <TextInput
        label={`From (${unit})`}
        placeholder={example}
        maxLength={16}
        value={ends.low}
        error={error !== null}
        onChange={(event) => change({ low: event.currentTarget.value })}
      />
      <TextInput
        label={`To (${unit})`}
        maxLength={16}
        value={ends.high}
        error={error !== null}
        onChange={(event) => change({ high: event.currentTarget.value })}
      />
      <Button type="submit" variant="default">
        Apply
      </Button>
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </form>
  );
}

function withoutSpaces(text: string): string {
  return text
    .replaceAll(/\s/g, '')
    .replace(/kb$/i, 'kB')
    .replace(/([mgt])b$/i, toUnit);
}

/** People write `mb`; addresses write `MB`. */
function toUnit(unit: string): string {
  return unit.toUpperCase();
}
