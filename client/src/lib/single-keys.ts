const storageKey = 'matinee.single-keys';

/** Whether keys without a modifier do things (WCAG 2.1.4 asks that they can be switched off). On unless switched off. */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true; // Storage may be forbidden; then nothing was switched off either.
  }
}

/** Keeps the reader's choice in this browser. */
export function keepSingleKeys(choice: 'on' | 'off'): void {
  try {
    localStorage.setItem(storageKey, choice);
  } catch {
    // Storage may be forbidden: the choice lasts as long as the page.
  }
}
