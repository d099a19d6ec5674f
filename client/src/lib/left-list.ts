import type { SessionsFilter } from './sessions-query.ts';

const storageKey = 'matinee.list';

/** Keeps what the list on screen asks for, so that a session opened from it knows its neighbours. Kept as long as the tab. */
export function rememberList(filter: SessionsFilter): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(filter));
  } catch {
    // Storage may be forbidden: sessions then have no neighbours.
  }
}

/** What the last list on screen asked for; null where there was none. */
export function rememberedList(): SessionsFilter | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null');
    // Written by ourselves, in this very tab; the server looks at every field of it anyway.
    return typeof kept === 'object' ? (kept as SessionsFilter | null) : null;
  } catch {
    return null;
  }
}
