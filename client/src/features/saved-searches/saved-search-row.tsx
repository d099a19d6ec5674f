import { ActionIcon, Button } from '@mantine/core';
import type { SavedSearch } from '@matinee/server/contract';
import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import styles from './saved-searches.module.css';
import { useDeleteSearch } from './use-saved-searches.ts';

interface SavedSearchRowProps {
  saved: SavedSearch;
  onOpen: (search: string) => void;
}

/** One saved search: opens it, or deletes it after a second word. */
export function SavedSearchRow({ saved, onOpen }: SavedSearchRowProps) {
  const [isAsked, setIsAsked] = useState(false);
  const row = useRef<HTMLLIElement>(null);

  function keep(): void {
    setIsAsked(false);
    // The button that was pressed goes away; the search itself takes the focus.
    row.current?.querySelector('button')?.focus();
  }

  return (
    <li ref={row} className={styles.row}>
      <button type="button" className={styles.open} onClick={() => onOpen(saved.search)}>
        {saved.name}
      </button>
      {isAsked ? (
        <DeleteQuestion saved={saved} onKeep={keep} />
      ) : (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={`Delete ${saved.name}`}
          onClick={() => setIsAsked(true)}
        >
          <Trash2 size={16} aria-hidden color="var(--text-muted)" />
        </ActionIcon>
      )}
    </li>
  );
}

function DeleteQuestion({ saved, onKeep }: { saved: SavedSearch; onKeep: () => void }) {
  const deletion = useDeleteSearch(saved.id);
  return (
    <span className={styles.question}>
      <Button
        size="compact-sm"
        color="red"
        autoFocus
        aria-label={`Delete ${saved.name} for good`}
        disabled={deletion.isPending}
        onClick={() => deletion.mutate()}
      >
        Delete
      </Button>
      <Button size="compact-sm" variant="default" aria-label={`Keep ${saved.name}`} onClick={onKeep}>
        Keep
      </Button>
      {deletion.sentence && <span role="alert">{deletion.sentence}</span>}
    </span>
  );
}
