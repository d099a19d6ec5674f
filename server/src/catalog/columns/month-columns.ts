/** A word of so many sessions of a part of a month has a list of them; rarer ones are looked for in the sessions' own lines. */
const LEAST_COMMON = 32;

/** Live sessions of a month by columns, oldest first: what searches compare and sum, in memory. */
export interface MonthColumns {
  count: number;
  rids: Float64Array;
  files: Uint32Array;
  bytes: Float64Array;
  /** Not a number where Zoom told no duration. */
  minutes: Float64Array;
  kinds: Uint16Array;
  states: Uint8Array;
  /** Words that many sessions have, and the places of those sessions. */
  common: ReadonlyMap<string, Uint16Array | Uint32Array>;
  /** Each session's other words. */
  others: Lines;
  /** Each session's id of Zoom, in lower case. */
  ids: Lines;
}

/**
 * A line for each session, and at which byte it begins. One text of all is compared many times faster than each by itself; as
 * UTF-8, because what the collector of garbage does not see does not make it wait for more of it.
 */
export interface Lines {
  text: Buffer;
  starts: Uint32Array;
}

/** The columns as they come from the database, each as long as the others. */
export interface ColumnValues {
  rids: readonly number[];
  /** Everything a search looks into. */
  texts: readonly string[];
  /** In lower case. */
  ids: readonly string[];
  files: readonly number[];
  bytes: readonly number[];
  minutes: readonly (number | null)[];
  kinds: readonly number[];
  states: readonly number[];
}

/** Lays out a part of a month. Words are what stands between white space, as in searches: a part of a text lies within one of them. */
export function toMonthColumns(values: ColumnValues): MonthColumns {
  const words = values.texts.map((text) => text.split(/\s+/u));
  const common = findCommon(words);
  const others = words.map((all, place) => {
    const own = all.filter((word) => {
      const places = common.get(word);
      places?.push(place);
      return places === undefined;
    });
    return own.join(' ');
  });
  return {
    count: words.length,
    rids: Float64Array.from(values.rids),
    files: Uint32Array.from(values.files),
    bytes: Float64Array.from(values.bytes),
    minutes: Float64Array.from(values.minutes, (minutes) => minutes ?? Number.NaN),
    kinds: Uint16Array.from(values.kinds),
    states: Uint8Array.from(values.states),
    common: new Map([...common].map(([word, places]) => [word, toPlaces(places, words.length)])),
    others: toLines(others),
    ids: toLines(values.ids),
  };
}

function findCommon(words: readonly (readonly string[])[]): Map<string, number[]> {
  const counts = new Map<string, number>();
  for (const all of words) for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].flatMap(([word, count]) => (count < LEAST_COMMON ? [] : [[word, []]])));
}

function toPlaces(places: readonly number[], count: number): Uint16Array | Uint32Array {
  return count <= 2 ** 16 ? Uint16Array.from(places) : Uint32Array.from(places);
}

function toLines(lines: readonly string[]): Lines {
  const starts = new Uint32Array(lines.length);
  let start = 0;
  lines.forEach((line, place) => {
    starts[place] = start;
    start += Buffer.byteLength(line) + 1;
  });
  return { text: Buffer.from(lines.join('\n')), starts };
}
