/** The playback speeds that the menu offers and `<` and `>` walk through. */
export const speeds: readonly number[] = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** The next offered speed in that direction; the last one stays. A speed in between (set by other means) goes to its neighbour. */
export function nextSpeed(current: number, direction: 1 | -1): number {
  const candidates = speeds.filter((speed) => (direction > 0 ? speed > current : speed < current));
  return (direction > 0 ? candidates[0] : candidates.at(-1)) ?? current;
}

/** A speed as people write it: `1.25×`. */
export function formatSpeed(rate: number): string {
  return `${Number(rate.toFixed(2))}×`;
}
