/** Neither the catalog nor Zoom knows such a session. */
export class SessionNotFound extends Error {
  override readonly name = 'SessionNotFound';
}

/** The catalog knows no such file. */
export class FileNotFound extends Error {
  override readonly name = 'FileNotFound';
}

/** Zoom's pages lead nowhere: a token came twice, or the walk goes on past all that is plausible. */
export class PaginationLoop extends Error {
  override readonly name = 'PaginationLoop';
}

/** There are as many saved searches as there may be. */
export class TooManySavedSearches extends Error {
  override readonly name = 'TooManySavedSearches';
}

/** No saved search has this id. */
export class SavedSearchNotFound extends Error {
  override readonly name = 'SavedSearchNotFound';
}

/** A cursor that this list never gave out, or that belongs to another order. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
}
