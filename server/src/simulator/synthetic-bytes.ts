/**
 * The period of the byte pattern: a prime just under 4 MiB, so that it lines up with no chunk, page or range
 * a program is likely to use, and a slice read from the wrong place differs from the right one.
 */
const PATTERN_BYTES = 4_194_301;
const FTYP = Buffer.from('000000206674797069736f6d0000020069736f6d69736f326d7034314d344120', 'hex');
/** A box that counts its size in 64 bits (ISO/IEC 14496-12): usable for any size. */
const MDAT_HEADER_BYTES = 16;
const HEAD_BYTES = FTYP.length + MDAT_HEADER_BYTES;

let pattern: Buffer | undefined;

/**
 * The bytes [start, end) of a synthetic recording of `sizeBytes`: an `ftyp` box, an `mdat` box that fills the rest,
 * and in it bytes that are a pure function of seed and offset. Copies; meant for comparing, see
 * {@link syntheticSlice} for serving. Throws RangeError when the range is not inside the file.
 */
export function syntheticBytes(seed: number, sizeBytes: number, start: number, end: number): Buffer {
  if (start < 0 || end < start || end > sizeBytes) throw new RangeError('the range is not inside the file');
  const slices: Buffer[] = [];
  for (let at = start; at < end; ) {
    const slice = syntheticSlice({ seed, sizeBytes, start: at, end });
    slices.push(slice);
    at += slice.length;
  }
  return Buffer.concat(slices);
}

/** A first part, at least one byte, of the bytes [start, end) with nothing copied: the caller must not write to it. */
export function syntheticSlice(range: {
  seed: number;
  sizeBytes: number;
  start: number;
  end: number;
}): Buffer {
  const { seed, sizeBytes, start, end } = range;
  if (start < HEAD_BYTES) return containerHead(sizeBytes).subarray(start, Math.min(end, HEAD_BYTES));
  pattern ??= createPattern();
  const from = (start + phaseOf(seed)) % PATTERN_BYTES;
  return pattern.subarray(from, Math.min(PATTERN_BYTES, from + (end - start)));
}

function containerHead(sizeBytes: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  FTYP.copy(head);
  head.writeUInt32BE(1, FTYP.length);
  head.write('mdat', FTYP.length + 4, 'latin1');
  head.writeBigUInt64BE(BigInt(Math.max(MDAT_HEADER_BYTES, sizeBytes - FTYP.length)), FTYP.length + 8);
  return head;
}

/** Where in the pattern a seed begins; neighbouring seeds begin far apart. */
function phaseOf(seed: number): number {
  return (Math.imul(seed | 0, 0x9e3779b1) >>> 0) % PATTERN_BYTES;
}

function createPattern(): Buffer {
  const words = new Uint32Array(Math.ceil(PATTERN_BYTES / 4));
  let state = 0x2545f491;
  for (let index = 0; index < words.length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[index] = state;
  }
  return Buffer.from(words.buffer, 0, PATTERN_BYTES);
}
