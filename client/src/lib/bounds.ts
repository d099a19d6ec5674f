/** Inclusive bounds of a number; an end that is left out is open. */
export interface Bounds {
  min?: number;
  max?: number;
}

/** A thousand terabytes: more is no session, and beyond it fractions would lose bytes. */
const largestSize = 1e15;
const bytesOf: Readonly<Record<string, number>> = { '': 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };

/** `30-`, `-10` or `10-30`, in minutes; undefined for anything else. */
export function parseLength(text: string): Bounds | undefined {
  return parseBounds(text, (end) => (/^\d{1,5}$/.test(end) ? Number(end) : undefined));
}

/** `500MB-`, `-1.5GB` or `100MB-1GB`, decimal units, as bytes; undefined for anything else. */
export function parseSize(text: string): Bounds | undefined {
  return parseBounds(text, parseBytes);
}

/** Bounds as an address writes them: `30-60`. `write` turns one end into text. Empty when both ends are open. */
export function writeBounds({ min, max }: Bounds, write: (end: number) => string = String): string {
  if (min === undefined && max === undefined) return '';
  return `${min === undefined ? '' : write(min)}-${max === undefined ? '' : write(max)}`;
}

/** `1_500_000_000` → `1.5GB`: the largest unit that keeps at most three decimals, so that nothing is lost. */
export function writeBytes(bytes: number): string {
  const units = Object.entries(bytesOf).reverse();
  const [unit = '', size = 1] =
    units.find(([, each]) => bytes >= each && hasThreeDecimals(bytes, each)) ?? [];
  return `${bytes / size}${unit}`;
}

/** Asked of whole numbers: a quotient is rounded before it can be asked. */
function hasThreeDecimals(bytes: number, unit: number): boolean {
  return unit === 1 || bytes % (unit / 1000) === 0;
}

function parseBytes(text: string): number | undefined {
  const found = /^(\d{1,15}(?:\.\d{1,3})?)(kB|MB|GB|TB)?$/.exec(text);
  const bytes = found ? Math.round(Number(found[1]) * (bytesOf[found[2] ?? ''] ?? 1)) : undefined;
  return bytes !== undefined && bytes <= largestSize ? bytes : undefined;
}

function parseBounds(text: string, parse: (end: string) => number | undefined): Bounds | undefined {
  const ends = text.split('-');
  if (ends.length !== 2 || text === '-') return undefined;
  const [low = '', high = ''] = ends;
  const min = low === '' ? undefined : parse(low);
  const max = high === '' ? undefined : parse(high);
  if ((low !== '' && min === undefined) || (high !== '' && max === undefined)) return undefined;
  if (min !== undefined && max !== undefined && min > max) return undefined;
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
