/**
 * The value below which a share of the samples lies (nearest rank).
 * @param {number[]} samples
 * @param {number} share 0.95 for p95.
 */
export function percentile(samples, share) {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** `12.3` rather than `12.345678`. */
export function round(value, digits = 1) {
  return Number(value.toFixed(digits));
}

export const mebibyte = 1024 * 1024;
