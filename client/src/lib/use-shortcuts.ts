import { useEffect, useEffectEvent } from 'react';
import { keyNameOf } from './key-name.ts';
import { type ShortcutKey, shortcutKeys } from './shortcut-keys.ts';
import { areSingleKeysOn } from './single-keys.ts';

/** What keys do wherever the focus is. */
export type Shortcuts = Readonly<Partial<Record<ShortcutKey, () => void>>>;

/** A second key this much later begins anew. */
const sequenceMs = 1000;

/** An open layer keeps its keys. */
const layers = '[role="dialog"], [role="menu"], [role="listbox"]';
/** What is typed stays text. A radio button takes no text. */
const fields =
  'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, [contenteditable]';

/**
 * Runs `shortcuts`, never while a layer is open; on keys that write or move within text not while something is typed either, and on
 * single characters only while the reader has not switched them off.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const run = useEffectEvent((name: string): boolean => {
    const act = isShortcut(name) ? shortcuts[name] : undefined;
    act?.();
    return act !== undefined;
  });

  useEffect(() => {
    let earlier = { key: '', at: 0 };
    const listen = (event: KeyboardEvent): void => {
      const name = event.defaultPrevented ? undefined : keyNameOf(event);
      if (name === undefined || isTaken(name, event.target)) return;
      const isSequence = event.timeStamp - earlier.at < sequenceMs && earlier.key !== '';
      const hasRun = (isSequence && run(`${earlier.key} ${name}`)) || run(name);
      earlier = hasRun ? { key: '', at: 0 } : { key: name, at: event.timeStamp };
      if (hasRun) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Any name may be asked for; the table decides, so that this is no lie. */
function isShortcut(name: string): name is ShortcutKey {
  return shortcutKeys.some(({ keys }) => keys.some((key) => key === name));
}

function isTaken(name: string, target: EventTarget | null): boolean {
  if (name.length === 1 && !areSingleKeysOn()) return true;
  const isNoText = name.startsWith('mod+') || name.endsWith('F6');
  const owners = isNoText ? layers : `${layers}, ${fields}`;
  return target instanceof Element && target.closest(owners) !== null;
}
