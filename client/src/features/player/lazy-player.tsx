import { lazy, Suspense } from 'react';
import styles from './player.module.css';
import type { PlayerProps } from './player.tsx';
import { Preparing } from './preparing.tsx';

const Player = lazy(async () => ({ default: (await import('./player.tsx')).Player }));

/** The player, fetched when the first recording is opened: nobody who only reads the list pays for it. */
export function LazyPlayer(props: PlayerProps) {
  return (
    <Suspense fallback={<Empty />}>
      <Player {...props} />
    </Suspense>
  );
}

function Empty() {
  return (
    <div className={styles.player}>
      <Preparing />
    </div>
  );
}
