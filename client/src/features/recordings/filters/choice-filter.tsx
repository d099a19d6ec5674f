import { Button, Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { FilterSlot } from './filter-slot.tsx';

export interface Choice {
  value: string;
  words: string;
  icon?: ReactNode;
}

interface ChoiceFilterProps {
  /** What is filtered, `File`. */
  name: string;
  /** Said when nothing is ticked, `Any file`. */
  anyWords: string;
  choices: readonly Choice[];
  /** Comma list of the ticked values. */
  value: string;
  /** The ticked values in words. */
  words: string;
  onValue: (value: string) => void;
}

/** Narrows the list to sessions that have one of the ticked things. */
export function ChoiceFilter({ name, anyWords, choices, value, words, onValue }: ChoiceFilterProps) {
  const chosen = value ? value.split(',') : [];

  /** Always in the same order, so that the same filter has one address. */
  function toggle(changed: string): void {
    const isWanted = (each: string) => chosen.includes(each) !== (each === changed);
    onValue(choices.flatMap((choice) => (isWanted(choice.value) ? [choice.value] : [])).join(','));
  }

  return (
    <FilterSlot name={name} words={words} onClear={() => onValue('')}>
      <Menu position="bottom-start" shadow="md" withinPortal={false}>
        <Menu.Target>
          <Button variant="default" size="compact-md" rightSection={<ChevronDown size={16} aria-hidden />}>
            {words || anyWords}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map((choice) => (
            <Menu.CheckboxItem
              // Stays open: several may be ticked one after the other.
              closeMenuOnClick={false}
              key={choice.value}
              checked={chosen.includes(choice.value)}
              onChange={() => toggle(choice.value)}
              rightSection={choice.icon}
            >
              {choice.words}
            </Menu.CheckboxItem>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => onValue('')} disabled={chosen.length === 0}>
            {anyWords}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </FilterSlot>
  );
}
