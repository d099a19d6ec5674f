import { Button } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { PanelPopover } from '../../../ui/panel-popover.tsx';
import { FilterSlot } from './filter-slot.tsx';

interface PanelFilterProps {
  name: string;
  anyWords: string;
  /** What the filter lets through; empty when it lets everything through. */
  words: string;
  onValue: (value: string) => void;
  /** What is inside of the panel; `apply` writes the value and closes it. */
  children: (apply: (value: string) => void) => ReactNode;
}

/** A filter whose value is chosen in a panel of its own. */
export function PanelFilter({ name, anyWords, words, onValue, children }: PanelFilterProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <FilterSlot name={name} words={words} onClear={() => onValue('')}>
      <PanelPopover
        isOpen={isOpen}
        onOpen={setIsOpen}
        title={name}
        target={
          <Button
            variant="default"
            size="compact-md"
            rightSection={<ChevronDown size={16} aria-hidden />}
            onClick={() => setIsOpen((before) => !before)}
          >
            {words || anyWords}
          </Button>
        }
      >
        {children((value) => {
          setIsOpen(false);
          onValue(value);
        })}
      </PanelPopover>
    </FilterSlot>
  );
}
