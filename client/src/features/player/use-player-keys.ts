import { useEffect } from 'react';
import { areSingleKeysOn } from '../../lib/single-keys.ts';
import { isPlayerKey } from './key-scope.ts';
import { toPlayerCommand } from './player-keys.ts';
import { type PlayerParts, runPlayerCommand } from './run-player-command.ts';

/**
 * Listens on the document, because the keys also work while the focus is nowhere in particular. A key held down repeats
 * what moves (seeking, volume) and not what switches. Media Chrome's own hotkeys must be off, or each key would act twice.
 */
export function usePlayerKeys(parts: PlayerParts | null): void {
  useEffect(() => {
    if (parts === null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const command = event.defaultPrevented || isSwitchedOff(event.key) ? null : toPlayerCommand(event);
      if (command === null || !isPlayerKey(event.key, event.composedPath(), parts.frame)) return;
      event.preventDefault();
      const isSwitch = /^(toggle|next-view|go-to)/.test(command.type);
      if (!(event.repeat && isSwitch)) runPlayerCommand(command, parts);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [parts]);
}

/** Characters can be switched off, because speech input may utter them by mistake (WCAG 2.1.4); arrows and space cannot. */
function isSwitchedOff(key: string): boolean {
  return key.length === 1 && key !== ' ' && !areSingleKeysOn();
}
