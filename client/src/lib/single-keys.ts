import { singleKeysSetting } from './settings.ts';

/** Whether keys without a modifier do things. On unless switched off. */
export function areSingleKeysOn(): boolean {
  return singleKeysSetting.read() === 'on';
}

/** Keeps the reader's choice in this browser. */
export function keepSingleKeys(choice: 'on' | 'off'): void {
  singleKeysSetting.keep(choice);
}
