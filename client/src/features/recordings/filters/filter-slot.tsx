import { CloseButton } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import styles from './filters.module.css';

interface FilterSlotProps {
  name: string;
  /** What the filter lets through; empty when it lets everything through. */
  words: string;
  onClear: () => void;
  children: ReactNode;
}

/** A filter's button; while the filter narrows the list, it looks so and has a cross to take it away. */
export function FilterSlot({ name, words, onClear, children }: FilterSlotProps) {
  const slot = useRef<HTMLSpanElement>(null);

  function clear(): void {
    onClear();
    // The cross goes away; what it belonged to keeps the focus.
    slot.current?.querySelector('button')?.focus();
  }

  return (
    <span ref={slot} className={styles.slot} data-active={words !== '' || undefined}>
      {children}
      {words && <CloseButton size={28} aria-label={`Remove filter ${name}: ${words}`} onClick={clear} />}
    </span>
  );
}
