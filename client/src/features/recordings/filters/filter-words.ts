import { type Bounds, parseLength, parseSize } from '../../../lib/bounds.ts';
import { fileKinds } from '../../../lib/file-kinds.ts';
import { formatMinutes, missing, sayBytes } from '../../../lib/format.ts';
import type { RecordingsView } from '../recordings-view.ts';

/** What of the address narrows a list beside the search. */
export type FilterField = 'type' | 'length' | 'size' | 'state' | 'who';

/** Every filter in the order of its button, with its name and what it lets through in words (empty: everything). */
export const filterWords: readonly {
  field: FilterField;
  name: string;
  wordsOf: (view: RecordingsView) => string;
}[] = [
  { field: 'type', name: 'File', wordsOf: ({ type }) => kindWords(type) },
  { field: 'length', name: 'Length', wordsOf: ({ length }) => lengthWords(length) },
  { field: 'size', name: 'Size', wordsOf: ({ size }) => sizeWords(size) },
  { field: 'state', name: 'State', wordsOf: ({ state }) => stateListWords(state) },
  { field: 'who', name: 'Participant', wordsOf: ({ who }) => who.trim() },
];

export const stateChoices = [
  { value: 'ready', words: 'Ready' },
  { value: 'processing', words: 'Processing' },
  { value: 'unavailable', words: 'Unavailable' },
] as const;

/** The filters of a view that narrow it. */
export function activeFilters(view: RecordingsView): { field: FilterField; name: string; words: string }[] {
  return filterWords.flatMap(({ field, name, wordsOf }) => {
    const words = wordsOf(view);
    return words ? [{ field, name, words }] : [];
  });
}

/** `Video or chat`; `3 kinds of file` where all of them would be too long. */
export function kindWords(type: string): string {
  const chosen = type.split(',');
  const words = fileKinds.flatMap(({ kind, one }) => (chosen.includes(kind) ? [one] : []));
  return words.length > 2 ? `${words.length} kinds of file` : capitalised(words.join(' or '));
}

/** `Processing or unavailable`. */
export function stateListWords(state: string): string {
  const chosen = state.split(',');
  const words = stateChoices.flatMap(({ value }) => (chosen.includes(value) ? [value] : []));
  return capitalised(words.join(' or '));
}

/** `30 min or more`, `10 min to 1 h`. */
export function lengthWords(length: string): string {
  return boundsWords(parseLength(length), formatMinutes);
}

/** `500 MB or more`, `up to 1 GB`. */
export function sizeWords(size: string): string {
  return boundsWords(parseSize(size), sayBytes);
}

/** `One` of a text's first letters. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function boundsWords(bounds: Bounds | undefined, write: (end: number) => string): string {
  if (!bounds) return '';
  const [low, high] = [bounds.min, bounds.max].map((end) => (end === undefined ? '' : zeroOr(end, write)));
  if (low && high) return `${low} to ${high}`;
  return low ? `${low} or more` : `up to ${high}`;
}

/** A missing length is a dash, but as a bound nothing is 0. */
function zeroOr(end: number, write: (end: number) => string): string {
  const words = write(end);
  return words === missing ? '0' : words;
}
