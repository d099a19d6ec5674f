import type { RequestHandler } from 'express';

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "img-src 'self'",
  // Mantine and media-chrome set styles on elements; scripts are never inline.
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

/**
 * On every answer, also on those that never reach Express (a request the parser refused), which is why this is a
 * table and not a middleware's defaults. No CORS header belongs here: nobody else may read us.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': pagePolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** For answers whose bytes come from Zoom: even opened by itself, such a document can run and load nothing. */
export const mediaContentPolicy = "sandbox; default-src 'none'";

/** Sets the header table and a cache default that routes may replace. */
export const setSecurityHeaders: RequestHandler = (_request, response, next) => {
  response.set({ ...securityHeaders, 'cache-control': 'no-store' });
  next();
};
