import { useEffect, useEffectEvent } from 'react';
import { areSingleKeysOn } from './single-keys.ts';

/** What keys do wherever the focus is. A name is a key, or two keys one after the other with a space between: `g t`. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** A second key this much later begins anew. */
const sequenceMs = 1000;

/** Places whose keys are their own: what is typed stays text, and an open layer keeps its keys. A radio button takes no text. */
const ownKeys =
  'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]';

/** Runs `shortcuts` on keys without modifiers, never while something is typed, a layer is open, or single keys are off. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const run = useEffectEvent((name: string): boolean => {
    const act = shortcuts[name];
    act?.();
    return act !== undefined;
  });

  useEffect(() => {
    let earlier = { key: '', at: 0 };
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (!areSingleKeysOn() || isOwnKey(event.target)) return;
      const isSequence = event.timeStamp - earlier.at < sequenceMs && earlier.key !== '';
      const hasRun = (isSequence && run(`${earlier.key} ${event.key}`)) || run(event.key);
      earlier = hasRun ? { key: '', at: 0 } : { key: event.key, at: event.timeStamp };
      if (hasRun) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function isOwnKey(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(ownKeys) !== null;
}
