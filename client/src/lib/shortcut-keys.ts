/**
 * The keys that work wherever the focus is: what handlers listen to and what the help lists. A key is named as
 * {@link keyNameOf} names it; two with a space between are pressed one after the other.
 */
export const shortcutKeys = [
  { keys: ['/'], words: 'Search' },
  { keys: ['mod+k'], words: 'Command palette' },
  { keys: ['?'], words: 'This help' },
  { keys: ['g l'], words: 'Go to Live' },
  { keys: ['g t'], words: 'Go to Trash' },
  { keys: ['g a'], words: 'Activity' },
  { keys: ['['], words: 'Previous month, or session' },
  { keys: [']'], words: 'Next month, or session' },
  { keys: ['F6'], words: 'Next region: filters, list, bar' },
  { keys: ['Shift+F6'], words: 'Previous region' },
  { keys: ['Escape'], words: 'Close the top layer, then clear the selection, then the search' },
] as const;

/** A name that handlers may listen to: nothing works that the help does not list. */
export type ShortcutKey = (typeof shortcutKeys)[number]['keys'][number];
