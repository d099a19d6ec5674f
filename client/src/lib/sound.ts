import { keepPreferences, readPreferences } from './player-preferences.ts';

/** How loud it is, whatever sounds. */
export interface SoundState {
  /** 0 to 1. */
  volume: number;
  isMuted: boolean;
  /** Others sound in the place of the picture, which is silent meanwhile. */
  isHandedOver: boolean;
}

/** One volume for everything that sounds on a page: the picture, or the voices in its place. */
export interface Sound {
  /** The same object until something changes. */
  getSnapshot(): SoundState;
  /** Calls `listener` after each change. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  change(change: Partial<SoundState>): void;
}

/** The sound as it was last time in this browser; volume and mute are kept for the next time. */
export function createSound(storage: Storage | null): Sound {
  const listeners = new Set<() => void>();
  const { volume, isMuted } = readPreferences(storage);
  let state: SoundState = { volume, isMuted, isHandedOver: false };
  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change(change) {
      state = { ...state, ...change };
      keepPreferences(storage, { volume: state.volume, isMuted: state.isMuted });
      for (const listener of listeners) listener();
    },
  };
}
