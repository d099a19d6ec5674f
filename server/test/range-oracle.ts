/** What RFC 9110 lets a server answer to one `Range` header for a file of this size; null for the whole file. */
export type ExpectedPart = { first: number; last: number } | 'unsatisfiable' | null;

/** RFC 9110 14.1.2, written without a look at the code it judges. Several ranges may be answered with the whole. */
export function expectedPart(header: string, size: number): ExpectedPart {
  const match = /^bytes=(\d+-\d*|-\d+)$/.exec(header);
  if (!match?.[1]) return null;
  const [left = '', right = ''] = match[1].split('-');
  if (left === '') {
    const suffix = Number(right);
    if (suffix === 0) return 'unsatisfiable';
    return size === 0 ? 'unsatisfiable' : { first: Math.max(0, size - suffix), last: size - 1 };
  }
  const first = Number(left);
  const last = right === '' ? size - 1 : Math.min(Number(right), size - 1);
  if (right !== '' && Number(right) < first) return null;
  return first >= size ? 'unsatisfiable' : { first, last };
}
