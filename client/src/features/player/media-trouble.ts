import type { ProblemError } from '../../lib/problem-error.ts';

/** Why nothing plays. `refused`: our server says why. `unsupported`: the bytes are there, the browser cannot read them. `broken`: they stopped. */
export type MediaTrouble =
  | { kind: 'refused'; error: ProblemError }
  | { kind: 'unsupported' }
  | { kind: 'broken' };

/** The number of `MediaError.code` for bytes that stopped coming (HTML, 4.8.11.1). */
const networkCode = 2;

/**
 * What to tell somebody whose player failed. The media element knows only a number, so the address was asked for one byte:
 * @param refusal what our server answered to that, `null` when it gave the byte.
 */
export function diagnose(code: number, refusal: ProblemError | null): MediaTrouble {
  if (refusal !== null) return { kind: 'refused', error: refusal };
  return { kind: code === networkCode ? 'broken' : 'unsupported' };
}
