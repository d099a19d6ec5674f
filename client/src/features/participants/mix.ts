/** Who is heard: those who are not muted, or, where some are alone, only those. */
export interface Mix {
  muted: ReadonlySet<string>;
  alone: ReadonlySet<string>;
}

/** Everybody is heard. */
export const everybody: Mix = { muted: new Set(), alone: new Set() };

/** Whether that person is heard. Alone counts more than muted, as on a mixing desk. */
export function isHeard({ muted, alone }: Mix, key: string): boolean {
  return alone.size > 0 ? alone.has(key) : !muted.has(key);
}

/** The same mix with that person muted, or no longer. */
export function toggleMuted(mix: Mix, key: string): Mix {
  return { ...mix, muted: toggle(mix.muted, key) };
}

/** The same mix with that person among those who are alone, or no longer. */
export function toggleAlone(mix: Mix, key: string): Mix {
  return { ...mix, alone: toggle(mix.alone, key) };
}

function toggle(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
