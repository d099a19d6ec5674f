import type { Beginning } from './file-type.ts';

/** As many bytes as any check below looks at. */
export const inspectedBytes = 256;

/** Less than this is no whole file of the type; text and JSON may be empty, which lies about nothing. */
const leastBytes: Readonly<Partial<Record<Beginning, number>>> = { mp4: 8, webvtt: 6, jpeg: 3, png: 8 };

/**
 * Whether a body that begins with these bytes can be of the type. Zoom answers 200 with a web page where it refuses a
 * file (zoom-api.md 4.5). Fewer bytes than a check needs are judged as far as they go when a reader asked for no more
 * (`bytes=0-3`); a whole file (`isWhole`) that short is none.
 */
export function canBegin(options: { bytes: Buffer; beginning: Beginning; isWhole: boolean }): boolean {
  const { bytes, beginning, isWhole } = options;
  const head = bytes.subarray(0, inspectedBytes);
  if (isWhole && head.length < (leastBytes[beginning] ?? 0)) return false;
  if (head.length === 0 || beginning === 'any') return true;
  if (beginning === 'mp4') return agrees(head.subarray(4), Buffer.from('ftyp'));
  if (beginning === 'jpeg') return agrees(head, Buffer.from([0xff, 0xd8, 0xff]));
  if (beginning === 'png') return agrees(head, Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  const text = withoutByteOrderMark(head);
  if (beginning === 'webvtt') return agrees(text, Buffer.from('WEBVTT'));
  const visible = text.toString('latin1').trimStart().toLowerCase();
  if (beginning === 'json') return visible === '' || /^[{[]/.test(visible);
  return !isPage(visible);
}

const pageBeginnings = [
  '<!doctype',
  '<html',
  '<head',
  '<body',
  '<script',
  '<!--',
  '<meta',
  '<title',
  '<?xml',
  '<svg',
];

/** Also of a few bytes: no note begins with half of `<!doctype`. */
function isPage(visible: string): boolean {
  return pageBeginnings.some(
    (beginning) => visible.startsWith(beginning) || (visible.length > 1 && beginning.startsWith(visible)),
  );
}

function agrees(bytes: Buffer, expected: Buffer): boolean {
  const length = Math.min(bytes.length, expected.length);
  return bytes.subarray(0, length).equals(expected.subarray(0, length));
}

function withoutByteOrderMark(bytes: Buffer): Buffer {
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);
  return agrees(bytes, mark) ? bytes.subarray(mark.length) : bytes;
}
