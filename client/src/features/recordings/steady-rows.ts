import type { Session } from '@matinee/server/contract';

interface SteadyRows {
  rows: readonly Session[];
  /** Rows left out because they would push others down. */
  held: number;
}

/**
 * What of `fresh` can be shown without moving a row of `shown`: known rows as they are now, and what follows the last of
 * them. With no row in common there is nothing to keep in place. `isOwn`: rows that the reader has moved, and whose coming
 * back is what was asked for.
 */
export function holdNewRows(
  shown: readonly Session[],
  fresh: readonly Session[],
  isOwn: (id: string) => boolean = () => false,
): SteadyRows {
  // The usual case, a longer list that begins alike, costs no set of a hundred thousand ids.
  if (shown.every(({ id }, index) => fresh[index]?.id === id)) return { rows: fresh, held: 0 };
  const known = new Set(shown.map(({ id }) => id));
  const last = fresh.findLastIndex(({ id }) => known.has(id));
  if (last === -1) return { rows: fresh, held: 0 };
  const rows = fresh.filter(({ id }, index) => index > last || known.has(id) || isOwn(id));
  return { rows, held: fresh.length - rows.length };
}
