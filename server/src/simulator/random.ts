/** A repeatable source of choices: the same seed gives the same account on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [min, max]. */
  integer(min: number, max: number): number;
  /** One of the items. Throws RangeError when there are none. */
  pick<Item>(items: readonly Item[]): Item;
  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean;
  bytes(count: number): Buffer;
}

/** Makes a {@link Random} from a 32-bit seed (the mulberry32 generator). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    integer,
    pick: (items) => pickAt(items, integer(0, items.length - 1)),
    chance: (probability) => next() < probability,
    bytes: (count) => {
      const words = new Uint32Array(Math.ceil(count / 4));
      for (let index = 0; index < words.length; index += 1) words[index] = next() * 2 ** 32;
      return Buffer.from(words.buffer, 0, count);
    },
  };
}

/** Sixteen random bytes in base64, as Zoom's session ids are: 24 characters that may hold `/` and `+`. */
export function randomSessionId(random: Random): string {
  return random.bytes(16).toString('base64');
}

/** A random version-4 UUID, as Zoom's file ids are. */
export function randomFileId(random: Random): string {
  const hex = random.bytes(16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function pickAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError('there is nothing to pick from');
  return item;
}
