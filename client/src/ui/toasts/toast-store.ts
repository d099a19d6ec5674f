import type { ReactNode } from 'react';

/** Something that has happened, told beside the page. */
export interface Toast {
  id: string;
  words: ReactNode;
  tone: 'plain' | 'danger';
  /** What can be done about it. A toast with actions stays until it is closed, or for 20 s after it was last looked at. */
  actions: readonly { words: string; run: () => void }[];
}

const mostShown = 4;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];

/** The toasts of this page, the newest last. */
export const toastStore = {
  read: (): readonly Toast[] => toasts,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Shows a toast, in the place of one with the same id. */
  show(toast: Toast): void {
    const others = toasts.filter(({ id }) => id !== toast.id);
    const isKnown = others.length < toasts.length;
    set(
      isKnown
        ? toasts.map((known) => (known.id === toast.id ? toast : known))
        : [...others, toast].slice(-mostShown),
    );
  },
  close(id: string): void {
    set(toasts.filter((toast) => toast.id !== id));
  },
};

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
