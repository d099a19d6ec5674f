/** How Zoom last treated us; `unknown` until the first call has been answered. */
export type ZoomState = 'ok' | 'unknown' | 'credentials-refused' | 'rate-limited' | 'unreachable';

/** `since` in milliseconds; `detail` is a sentence for a person. */
export interface ZoomHealth {
  state: ZoomState;
  since: number;
  detail: string | null;
}
