const DOTS = new Set(['', '.', '..']);

/** Thrown when an id cannot stand in a path; the caller adds the operation. */
export class UnfitIdError extends Error {}

/**
 * Builds the absolute address of an API call from a template such as `/videosdk/sessions/{}/recordings`.
 *
 * Ids are always encoded twice: Zoom's hold `/`, `+` and `=`, and its gateway decodes once before it routes
 * (zoom-api.md 3.2). Query values that are `undefined` are left out.
 *
 * @throws UnfitIdError when an id is empty, `.`, `..` or ill-formed, or would change the shape of the path.
 */
export function zoomPath(call: {
  baseUrl: string;
  template: string;
  ids?: string[];
  query?: Record<string, string | undefined>;
}): URL {
  const ids = (call.ids ?? []).map(encodeTwice);
  const path = call.template.split('/').map((segment) => (segment === '{}' ? ids.shift() : segment));
  const base = new URL(call.baseUrl);
  const intended = base.pathname.replace(/\/+$/, '') + path.join('/');
  const url = new URL(base.origin + intended);
  if (url.pathname !== intended || url.search !== '' || url.hash !== '') {
    throw new UnfitIdError('the id changes the path it stands in');
  }
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

function encodeTwice(id: string): string {
  if (DOTS.has(id)) throw new UnfitIdError('an id is empty or a dot segment');
  try {
    return encodeURIComponent(encodeURIComponent(id));
  } catch (cause) {
    throw new UnfitIdError('an id is not well-formed text', { cause });
  }
}
