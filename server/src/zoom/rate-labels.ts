import type { IncomingHttpHeaders } from 'node:http';

/** Zoom has four or five; whatever else stands in that header is no label. */
const MAX_LABELS = 8;

/** The rate labels that answers of this run have named, in the order they came (zoom-api.md 1.6, 1.7). */
export function createRateLabels() {
  const seen = new Set<string>();
  return {
    note(headers: IncomingHttpHeaders): void {
      const label = headers['x-ratelimit-category'];
      if (typeof label !== 'string' || !/^[\w -]{1,40}$/.test(label) || seen.size >= MAX_LABELS) return;
      seen.add(label);
    },
    seen: (): readonly string[] => [...seen],
  };
}
