/** When each line of Node stops getting security fixes, by the release schedule of nodejs.org. */
const ends: Readonly<Record<number, string>> = {
  20: '2026-04-30',
  21: '2024-06-01',
  22: '2027-04-30',
  23: '2025-06-01',
  24: '2028-04-30',
  25: '2026-06-01',
};

/** A sentence when this Node gets no security fixes any more; undefined otherwise. `now` in milliseconds. */
export function describeEndOfLife({ version, now }: { version: string; now: number }): string | undefined {
  const end = ends[Number.parseInt(version, 10)];
  if (end === undefined || now < Date.parse(end)) return undefined;
  return `Node ${version} gets no security fixes since ${end}. Matinee runs on it, but a newer Node is safer.`;
}
