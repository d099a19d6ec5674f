/**
 * Makes names differ where a file system would take them for one (macOS and Windows know no upper and lower case): the second
 * `a.mp4` becomes `a (2).mp4`. In order; the first keeps its name.
 */
export function toUniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let count = 2; taken.has(toKey(unique)); count += 1) unique = withNumber(name, count);
    taken.add(toKey(unique));
    return unique;
  });
}

/** macOS also takes two spellings of an accent for one. Both cases, because some letters have only one of them. */
function toKey(name: string): string {
  return name.normalize('NFD').toUpperCase().toLowerCase().normalize('NFD');
}

function withNumber(name: string, count: number): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)} (${count})${name.slice(dot)}` : `${name} (${count})`;
}
