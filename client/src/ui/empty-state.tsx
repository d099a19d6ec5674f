import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** Nothing to show, said plainly, with a way on. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className={styles.empty}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  );
}
