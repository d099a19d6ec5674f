import { Fragment } from 'react';
import { toKeyCaps } from '../lib/key-name.ts';
import styles from './key-caps.module.css';

/** Keys as they look on a keyboard, in the order they are pressed. */
export function KeyCaps({ name }: { name: string }) {
  return (
    <span className={styles.keys}>
      {toKeyCaps(name).map((cap, index) => (
        <Fragment key={cap}>
          {index > 0 && ' '}
          <kbd className={styles.key}>{cap}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
