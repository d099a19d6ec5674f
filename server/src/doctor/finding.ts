import type { Check } from '../contract/index.ts';

/** What one look came to; the title is the check's own. */
export type Finding = Pick<Check, 'state' | 'detail' | 'remedy'>;

export function ok(detail: string): Finding {
  return { state: 'ok', detail, remedy: null };
}

export function warning(detail: string, remedy: string): Finding {
  return { state: 'warning', detail, remedy };
}

export function failed(detail: string, remedy: string): Finding {
  return { state: 'failed', detail, remedy };
}

/** It could not be looked at. */
export function unknown(detail: string): Finding {
  return { state: 'unknown', detail, remedy: null };
}
