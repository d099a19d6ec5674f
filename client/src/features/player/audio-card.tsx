import { AudioLines } from 'lucide-react';
import styles from './audio-card.module.css';

/** In the place of a picture that does not exist: what is being heard. Clicks go through it to the player. */
export function AudioCard({ title, detail, slot }: { title: string; detail: string; slot: string }) {
  return (
    <div slot={slot} className={styles.card} data-noautohide="">
      <AudioLines aria-hidden size={40} />
      <p className={styles.title}>{title}</p>
      <p>{detail}</p>
    </div>
  );
}
