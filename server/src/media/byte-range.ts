/** A reader's wish, before anyone knows the size: `last` null is "to the end"; `suffix` is "the last so many". */
export type RangeWish = { first: number; last: number | null } | { suffix: number };

/**
 * The `Range` header as RFC 9110 14.1.2 reads it. Undefined stands for "send everything": no header, another unit, a
 * header with a mistake, and several ranges at once, which a server may ignore and we do (no player asks for them).
 */
export function parseRange(header: string | undefined): RangeWish | undefined {
  const list = /^bytes=(.*)$/i.exec(header?.trim() ?? '')?.[1];
  const specs =
    list
      ?.split(',')
      .map((spec) => spec.trim())
      .filter(Boolean) ?? [];
  const [, first, last] = (specs.length === 1 && /^(\d*)-(\d*)$/.exec(specs[0] ?? '')) || [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  if (first === '') return { suffix: toPosition(last) };
  const wish = { first: toPosition(first), last: last === '' ? null : toPosition(last) };
  return wish.last !== null && wish.last < wish.first ? undefined : wish;
}

/** A wish as a header for Zoom's side, always in its plainest spelling. */
export function formatRange(wish: RangeWish): string {
  return 'suffix' in wish ? `bytes=-${wish.suffix}` : `bytes=${wish.first}-${wish.last ?? ''}`;
}

/** `bytes 0-99/1000` of a 206; `total` null for `*`. Undefined when it is not that. */
export function parseContentRange(
  header: string | null,
): { first: number; last: number; total: number | null } | undefined {
  const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/i.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || total === undefined) return undefined;
  const range = { first: Number(first), last: Number(last), total: total === '*' ? null : Number(total) };
  const isPossible = range.first <= range.last && (range.total === null || range.last < range.total);
  return isPossible ? range : undefined;
}

/** The size told by a 416 (`bytes` star-slash `1000`); null when it tells none. */
export function parseUnsatisfied(header: string | null): number | null {
  const size = /^bytes \*\/(\d+)$/i.exec(header?.trim() ?? '')?.[1];
  return size === undefined ? null : Number(size);
}

/** Whether the part that came is the part that was wished for. */
export function isAnswerTo(
  wish: RangeWish,
  part: { first: number; last: number; total: number | null },
): boolean {
  if ('suffix' in wish) {
    return part.total === null
      ? false
      : part.last === part.total - 1 && part.first === Math.max(0, part.total - wish.suffix);
  }
  const end = part.total === null ? Number.POSITIVE_INFINITY : part.total - 1;
  const expectedLast = wish.last === null ? end : Math.min(wish.last, end);
  return (
    part.first === wish.first && (part.last === expectedLast || expectedLast === Number.POSITIVE_INFINITY)
  );
}

/** Positions past what a number can count exactly are past the end of any file. */
function toPosition(digits: string): number {
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
}
