/** What a key does among lines: goes to another line, or from match to match of a search. */
interface LineKey {
  keys: readonly string[];
  words: string;
  /** The row to go to, not yet held within the list. */
  move?: (row: number, last: number) => number;
  /** Matches to go on. */
  step?: 1 | -1;
}

const pageRows = 10;

/** The keys of a list of lines (ui.md U7): what is listened to and what the help lists. Enter and Space are a button's own. */
export const lineKeys: readonly LineKey[] = [
  { keys: ['ArrowDown'], words: 'Next line', move: (row) => row + 1 },
  { keys: ['ArrowUp'], words: 'Line before', move: (row) => row - 1 },
  { keys: ['PageDown'], words: 'Ten lines on', move: (row) => row + pageRows },
  { keys: ['PageUp'], words: 'Ten lines back', move: (row) => row - pageRows },
  { keys: ['Home'], words: 'First line', move: () => 0 },
  { keys: ['End'], words: 'Last line', move: (_, last) => last },
  { keys: ['Enter'], words: 'To its second' },
  { keys: ['n'], words: 'Next match', step: 1 },
  { keys: ['N'], words: 'Match before', step: -1 },
];

/** What the key of an event does; nothing for a key that is not of the table. */
export function findLineKey(key: string): LineKey | undefined {
  return lineKeys.find(({ keys }) => keys.includes(key));
}
