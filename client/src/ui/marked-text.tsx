import type { Match } from '@matinee/server/contract';
import { Fragment } from 'react';
import styles from './marked-text.module.css';

/** A text with what was found in it marked by offsets. Offsets that lie beyond the text or behind one another mark nothing. */
export function MarkedText({ text, matches }: { text: string; matches: readonly Match[] }) {
  if (matches.length === 0) return text;
  return cut(text, matches).map(({ part, start, isMatch }) =>
    isMatch ? (
      <mark key={start} className={styles.mark}>
        {part}
      </mark>
    ) : (
      <Fragment key={start}>{part}</Fragment>
    ),
  );
}

function cut(text: string, matches: readonly Match[]) {
  const parts: { part: string; start: number; isMatch: boolean }[] = [];
  let place = 0;
  for (const { start, end } of matches) {
    if (start < place || end <= start || start >= text.length) continue;
    if (start > place) parts.push({ part: text.slice(place, start), start: place, isMatch: false });
    parts.push({ part: text.slice(start, end), start, isMatch: true });
    place = end;
  }
  if (place < text.length) parts.push({ part: text.slice(place), start: place, isMatch: false });
  return parts;
}
