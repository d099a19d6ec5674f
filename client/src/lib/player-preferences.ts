/** How somebody likes their player, kept in this browser from one recording to the next. */
export interface PlayerPreferences {
  /** 0 to 1. */
  volume: number;
  isMuted: boolean;
  /** Playback speed, 1 is normal. */
  rate: number;
  hasCaptions: boolean;
}

export const defaultPreferences: PlayerPreferences = {
  volume: 1,
  isMuted: false,
  rate: 1,
  hasCaptions: false,
};

const storageKey = 'matinee.player';

/** The browser's storage, or `null` where it is switched off: touching it then throws (HTML, 12.2.3). */
export function findStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Reads what was kept, field by field; what is missing, damaged or out of range is the default. Never throws. */
export function readPreferences(storage: Storage | null): PlayerPreferences {
  const kept = parseKept(storage);
  return {
    volume: pickNumber(kept.volume, { min: 0, max: 1, fallback: defaultPreferences.volume }),
    isMuted: kept.isMuted === true,
    rate: pickNumber(kept.rate, { min: 0.25, max: 3, fallback: defaultPreferences.rate }),
    hasCaptions: kept.hasCaptions === true,
  };
}

/** Keeps the changed fields. A full or forbidden storage loses them silently: playing goes on. */
export function keepPreferences(storage: Storage | null, changed: Partial<PlayerPreferences>): void {
  try {
    storage?.setItem(storageKey, JSON.stringify({ ...readPreferences(storage), ...changed }));
  } catch {
    return;
  }
}

function parseKept(storage: Storage | null): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(storage?.getItem(storageKey) ?? '{}');
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

function pickNumber(value: unknown, range: { min: number; max: number; fallback: number }): number {
  const isGood = typeof value === 'number' && value >= range.min && value <= range.max;
  return isGood ? value : range.fallback;
}
