import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { messages } from '../lib/messages.ts';
import styles from './crash-page.module.css';

/** In the place of a page that threw while drawing: the shell around it still works. */
export function CrashPage({ reset }: ErrorComponentProps) {
  return (
    <section className={styles.page} role="alert">
      <h1 className={styles.heading}>{messages.crashed}</h1>
      <Button variant="default" onClick={reset}>
        {messages.reloadPart}
      </Button>
    </section>
  );
}
