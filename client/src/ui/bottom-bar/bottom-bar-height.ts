let heightPx = 0;
const listeners = new Set<() => void>();

/**
 * How much of the window's bottom edge a bar covers, in pixels. The document has one such edge, so there is one height; lists
 * keep their focused row above it, and the page keeps as much room at its end (base.css).
 */
export const bottomBarHeight = {
  read: () => heightPx,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  set(next: number): void {
    if (next === heightPx) return;
    heightPx = next;
    document.documentElement.style.setProperty('--bottom-bar-height', `${next}px`);
    for (const listener of listeners) listener();
  },
};
