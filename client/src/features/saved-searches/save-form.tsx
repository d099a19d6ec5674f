import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './saved-searches.module.css';
import { useSaveSearch } from './use-saved-searches.ts';

const longestName = 100;

/** Keeps the search on screen under a name. */
export function SaveForm({ search, suggestion }: { search: string; suggestion: string }) {
  const [name, setName] = useState(suggestion.slice(0, longestName));
  const saving = useSaveSearch();

  function submit(event: React.SubmitEvent): void {
    event.preventDefault();
    if (name.trim()) saving.mutate({ name: name.trim(), search });
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label="Save this search as"
        maxLength={longestName}
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={saving.isPending || !name.trim()}>
        Save
      </Button>
      <p role="status" className={styles.said}>
        {saving.savedName && `Saved as ${saving.savedName}.`}
      </p>
      {saving.sentence && (
        <p role="alert" className={styles.error}>
          {saving.sentence}
        </p>
      )}
    </form>
  );
}
