import type { CSSProperties } from 'react';

/** `--person` for the style of one person's things: colour number `index` of tokens.css; without one, the colour of plain text. */
export function personColour(index: number | undefined): CSSProperties {
  const colour = index === undefined ? 'var(--text)' : `var(--person-${index})`;
  // React knows custom properties, its type does not.
  return { '--person': colour } as CSSProperties;
}
