/** As many colours as can be told apart and read on every ground (lines.module.css); the ninth person begins anew. */
export const colourCount = 8;

/** A colour for each person of a session, in the order in which they are first named; the same person has the same in every lane. */
export function toPeople(names: Iterable<string | null>): Map<string, number> {
  const people = new Map<string, number>();
  for (const name of names) {
    if (name !== null && !people.has(name)) people.set(name, people.size % colourCount);
  }
  return people;
}

/** Who speaks in some lines and how often, most first; null stands for lines without a name. */
export function countSpeakers(
  lines: readonly { speaker: string | null }[],
): { speaker: string | null; count: number }[] {
  const counts = new Map<string | null, number>();
  for (const { speaker } of lines) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return Array.from(counts, ([speaker, count]) => ({ speaker, count })).toSorted((a, b) => b.count - a.count);
}
