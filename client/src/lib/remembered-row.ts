/** The row that was active in a list, so that coming back finds it active again. Kept as long as the tab. */
export function rememberedRow(list: string): string | null {
  try {
    return sessionStorage.getItem(storageKey(list));
  } catch {
    return null; // Storage may be forbidden: the list begins at its first row.
  }
}

/** Keeps `key` as the active row of `list`. */
export function rememberRow(list: string, key: string): void {
  try {
    sessionStorage.setItem(storageKey(list), key);
  } catch {
    // Storage may be forbidden: nothing is lost but the place.
  }
}

function storageKey(list: string): string {
  return `matinee.row.${list}`;
}
