/** How Zoom last treated us; `unknown` until the first call has been answered. */
export type ZoomState = 'ok' | 'unknown' | 'credentials-refused' | 'rate-limited' | 'unreachable';
