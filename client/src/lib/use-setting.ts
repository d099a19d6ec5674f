import { useSyncExternalStore } from 'react';
import type { Setting } from './setting.ts';

/** The reader's choice; whoever uses it is drawn anew when it changes, here or in another tab. */
export function useSetting<T extends string>(setting: Setting<T>): T {
  return useSyncExternalStore(setting.subscribe, setting.read);
}
