/** Fields that people first want upwards; of a date, a size or a length they want the largest first. */
const upwardsFirst = new Set(['name', 'purge']);

/** What a header's button sorts by next: the other direction where it sorts already, else the likelier one. */
export function nextSort(current: string, field: string): string {
  if (current === field) return `-${field}`;
  if (current === `-${field}`) return field;
  return upwardsFirst.has(field) ? field : `-${field}`;
}

/** The value of `aria-sort` for a column. */
export function toAriaSort(current: string, field: string): 'ascending' | 'descending' | 'none' {
  if (current === field) return 'ascending';
  return current === `-${field}` ? 'descending' : 'none';
}
