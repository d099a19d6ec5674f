/** 64 million bits, 8 MiB: with 4 million ids, one unknown id in 2,000 is taken for a known one; with 10 million, one in 20. */
const BITS = 2 ** 26;
/** Places of each id. */
const PLACES = 6;

/** Which ids may be known. "No" is certain (B. H. Bloom, 1970); "maybe" is for the database to decide. */
export interface IdFilter {
  add(hash: number): void;
  mayHold(hash: number): boolean;
}

/** An empty filter of hashes of 53 bits. Its memory is zeroed by the system, so it counts only where ids have been added. */
export function createIdFilter(): IdFilter {
  const words = new Uint32Array(BITS / 32);

  /** Its places follow from the two halves of the hash, which is random already. */
  function isEveryPlace(hash: number, visit: (index: number, bit: number) => boolean): boolean {
    const low = hash % BITS;
    const step = Math.floor(hash / BITS) | 1;
    for (let n = 0; n < PLACES; n += 1) {
      const place = (low + n * step) % BITS;
      if (!visit(place >>> 5, 1 << (place & 31))) return false;
    }
    return true;
  }

  return {
    add: (hash) =>
      void isEveryPlace(hash, (index, bit) => {
        words[index] = (words[index] ?? 0) | bit;
        return true;
      }),
    mayHold: (hash) => isEveryPlace(hash, (index, bit) => ((words[index] ?? 0) & bit) !== 0),
  };
}
