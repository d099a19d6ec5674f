import { Button } from '@mantine/core';
import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import styles from './folded-filters.module.css';

interface FoldedFiltersProps {
  /** How many filters narrow the list. */
  count: number;
  children: ReactNode;
}

/** The filters behind one button where they would take half of a narrow window; wider ones have them in sight. */
export function FoldedFilters({ count, children }: FoldedFiltersProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        className={styles.fold ?? ''}
        aria-expanded={isOpen}
        aria-controls={id}
        data-active={count > 0 || undefined}
        leftSection={<SlidersHorizontal size={16} aria-hidden />}
        onClick={() => setIsOpen((before) => !before)}
      >
        Filters{count > 0 && ` · ${count}`}
      </Button>
      <div id={id} className={styles.filters} data-open={isOpen || undefined}>
        {children}
      </div>
    </>
  );
}
