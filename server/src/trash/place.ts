import { InvalidPlace } from './errors.ts';

/** The number that a cursor of ours names: an item's index, or a line's id. @throws InvalidPlace. */
export function parsePlace(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new InvalidPlace('The cursor is not of this list');
  return Number(cursor);
}
