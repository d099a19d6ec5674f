/** An element of one of an object's arrays: the array's name ('' where the text itself is an array), and its JSON. */
export interface JsonItem {
  array: string;
  json: string;
}

/** An element, or a string, longer than this is damage: quotes or brackets of the file do not add up. */
const MOST_CHARACTERS = 1_048_576;
/** So many tokens are looked at between two steps. */
const STEP = 2000;

/**
 * The elements of the arrays that a JSON text holds at its top, one by one and not parsed: a file of any size can be read in
 * steps, and one that is damaged or cut gives what stood before. `unreadable` is what was begun and never ended.
 */
export function* jsonItems(text: string): Generator<JsonItem | 'unreadable' | undefined> {
  const tokens = /["{}[\],]/g;
  // In `{"timeline": [element]}` elements lie two brackets deep, in `[element]` one.
  const depthOfItems = /^\s*\[/.test(text) ? 1 : 2;
  let depth = 0;
  let label = '';
  let array = '';
  let from = -1;
  let count = 0;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const { 0: sign, index } = token;
    const isBetweenItems = from >= 0 && depth === depthOfItems;
    count += 1;
    if (count % STEP === 0) yield undefined;
    if (sign === '"') {
      const end = findStringEnd(text, index);
      if (end < 0) break;
      if (depth === 1 && depthOfItems === 2) label = text.slice(index + 1, end);
      tokens.lastIndex = end + 1;
    } else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth !== depthOfItems || sign !== '[') continue;
      array = label;
      from = index + 1;
    } else if (sign === ',') {
      if (!isBetweenItems) continue;
      yield toItem(array, text.slice(from, index));
      from = index + 1;
    } else {
      if (isBetweenItems && sign === '}') break;
      if (isBetweenItems) {
        yield toItem(array, text.slice(from, index));
        from = -1;
      }
      depth -= 1;
    }
  }
  if (from >= 0) yield 'unreadable';
}

function toItem(array: string, text: string): JsonItem | 'unreadable' | undefined {
  if (text.length > MOST_CHARACTERS) return 'unreadable';
  const json = text.trim();
  return json === '' ? undefined : { array, json };
}

/** The place of the quote that ends the string which begins at `start`; -1 when there is none near enough. */
function findStringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (at - start > MOST_CHARACTERS) return -1;
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
  return -1;
}
