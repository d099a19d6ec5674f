import type { IncomingHttpHeaders } from 'node:http';

/** The value of a header that may come once; `null` when it is absent or comes twice. */
export function oneHeader(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}

/** Zoom's own name for a request, the one thing its support asks for (zoom-api.md 1.4); cut to a sane length. */
export function trackingIdOf(headers: IncomingHttpHeaders): string | null {
  return oneHeader(headers, 'x-zm-trackingid')?.slice(0, 200) ?? null;
}
