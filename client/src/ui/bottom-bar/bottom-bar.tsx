import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { region } from '../../lib/regions.ts';
import styles from './bottom-bar.module.css';
import { bottomBarHeight } from './bottom-bar-height.ts';

interface BottomBarProps {
  /** Names the region. */
  label: string;
  children: ReactNode;
}

/** A bar at the window's bottom edge. What is behind it can be scrolled above it, and focused things are. */
export function BottomBar({ label, children }: BottomBarProps) {
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const measure = (): void => bottomBarHeight.set(bar.current?.offsetHeight ?? 0);
    measure();
    const observer = new ResizeObserver(measure);
    if (bar.current) observer.observe(bar.current);
    return () => {
      observer.disconnect();
      bottomBarHeight.set(0);
    };
  }, []);
  return (
    <section ref={bar} aria-label={label} className={styles.bar} {...region}>
      <div className={styles.inside}>{children}</div>
    </section>
  );
}
