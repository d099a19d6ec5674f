import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './filters.module.css';

/** Inside of a panel: whom a session must have had as a participant. */
export function WhoPanel({ who, onApply }: { who: string; onApply: (who: string) => void }) {
  const [text, setText] = useState(who);
  return (
    <form
      className={styles.who}
      onSubmit={(event) => {
        event.preventDefault();
        onApply(text.trim());
      }}
    >
      <TextInput
        label="Part of a name or key"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        Apply
      </Button>
    </form>
  );
}
