import type { Moment } from '@matinee/server/contract';
import { toLinkSeconds } from '../../lib/clock-time.ts';

/**
 * What the session's address says so that it opens at a moment: its second, the lines it stands in, the words that are lit there. The second is
 * told as the file counts it: where second 0 of the session lies may not be known before all of its files are (zoom-api.md 2.6).
 */
export function toMomentSearch({ kind, startSeconds, fileId }: Moment, q: string) {
  return {
    panel: kind,
    tq: q,
    ...(startSeconds !== null && { t: toLinkSeconds(startSeconds), of: fileId }),
  };
}
