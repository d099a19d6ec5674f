import { z } from 'zod';

/**
 * A whole number of a query, written in plain digits and within bounds: `1e2`, `0x10`, ` 5` and nothing at all, which
 * `Number()` would take, are mistakes of whoever wrote the address.
 */
export function queryNumber({ min, max }: { min: number; max: number }) {
  const error =
    max < Number.MAX_SAFE_INTEGER
      ? `must be a whole number from ${min} to ${max}`
      : `must be a whole number from ${min} up`;
  return z
    .string({ error })
    .regex(/^\d{1,16}$/, { error, abort: true })
    .transform(Number)
    .pipe(z.number().min(min, error).max(max, error));
}
