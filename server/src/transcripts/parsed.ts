/** A piece of a file as its parser tells it: a line, damage that hides only itself, or nothing to tell of this step. */
export type Parsed<Item> = Item | 'unreadable' | undefined;

/** A line before it has its place and its speaker: times in seconds from the file's own start. */
export interface RawLine {
  startSeconds: number | null;
  endSeconds: number | null;
  speaker: string | null;
  text: string;
}

/** What one line may hold at most, in UTF-16 units; the rest of a longer one is left out. */
export const MOST_CHARACTERS = 20_000;
