/** The selection is unknown: it was kept for some minutes only, or by a server that has been started anew since. */
export class SelectionNotFound extends Error {
  override readonly name = 'SelectionNotFound';
}

/** More exports are being written than this process writes at once. */
export class TooManyExports extends Error {
  override readonly name = 'TooManyExports';
}
