import { Loader } from '@mantine/core';
import { playerMessages } from './player-messages.ts';
import styles from './preparing.module.css';

/** Over the player while it waits. It appears only after a moment (see the style), so that what is quick does not flicker. */
export function Preparing() {
  return (
    <p className={styles.preparing} role="status">
      <Loader color="currentColor" size="sm" aria-hidden />
      {playerMessages.preparing}
    </p>
  );
}
