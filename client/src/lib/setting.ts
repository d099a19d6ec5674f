/** A choice of the reader that stays in this browser. */
export interface Setting<T extends string> {
  values: readonly [T, ...T[]];
  read(): T;
  keep(value: T): void;
  /** Calls `listener` after each change, also one made in another tab. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

/**
 * A choice between `values`, the first where nothing (or nonsense) was kept. Where storage is forbidden the choice lasts as
 * long as the page. Never throws.
 */
export function createSetting<T extends string>(key: string, values: readonly [T, ...T[]]): Setting<T> {
  const listeners = new Set<() => void>();
  let held: string | null = null;

  function tell(event?: StorageEvent): void {
    // A cleared storage names no key.
    if (event && event.key !== null && event.key !== key) return;
    for (const listener of listeners) listener();
  }

  return {
    values,
    read() {
      const kept = readKept(key) ?? held;
      return values.find((value) => value === kept) ?? values[0];
    },
    keep(value) {
      held = value;
      try {
        localStorage.setItem(key, value);
        held = null; // Storage has it, and another tab may change it there.
      } catch {
        // Forbidden or full: what is held counts.
      }
      tell();
    },
    subscribe(listener) {
      if (listeners.size === 0) window.addEventListener('storage', tell);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) window.removeEventListener('storage', tell);
      };
    },
  };
}

function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
