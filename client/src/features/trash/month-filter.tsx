import type { TrashType } from '@matinee/server/contract';
import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../lib/format.ts';
import { formatMonth, type Month, parseMonth } from '../../lib/month.ts';
import { trashMonthsQuery } from '../../lib/months-query.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { stepMonth, toMonthChoices } from './month-choices.ts';

interface MonthFilterProps {
  trash: TrashType;
  /** Empty: any. */
  month: Month | '';
  onMonth: (month: Month | '') => void;
}

/** Narrows a trash to what was recorded in one UTC month, of those it holds something of; `[` and `]` step through these. */
export function MonthFilter({ trash, month, onMonth }: MonthFilterProps) {
  const { data: held = [] } = useQuery(trashMonthsQuery(trash));
  const choices = toMonthChoices(held, month);
  const step = (steps: 1 | -1) => {
    const next = stepMonth(choices, { from: month, steps });
    if (next) onMonth(next);
  };
  useShortcuts({ '[': () => step(-1), ']': () => step(1) });
  return (
    <SelectField
      label="Recorded in (UTC)"
      value={month}
      choices={[
        { value: '', label: 'Any month' },
        ...choices.map((choice) => ({
          value: choice.month,
          label: `${formatMonth(choice.month)} (${formatCount(choice.sessions)})`,
        })),
      ]}
      onChoose={(chosen) => onMonth(parseMonth(chosen) ?? '')}
    />
  );
}
