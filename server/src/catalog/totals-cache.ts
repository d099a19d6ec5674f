import type { CatalogTotals } from './rows.ts';
import type { SessionFilter } from './session-filter.ts';

/** Filters whose sums are kept; people look at few lists at a time, page after page. */
const MOST_FILTERS = 200;

/**
 * Sums that hold until the catalog changes: the pages of one list, and everybody who looks at it, count it once. `version` is
 * a number that grows with every change.
 */
export function createTotalsCache(deps: {
  version: () => number;
  count: (filter: SessionFilter) => Promise<CatalogTotals>;
}): (filter: SessionFilter) => Promise<CatalogTotals> {
  const { version, count } = deps;
  const known = new Map<string, Promise<CatalogTotals>>();
  let knownVersion = version();

  return function totalsOf(filter: SessionFilter): Promise<CatalogTotals> {
    if (version() !== knownVersion || known.size >= MOST_FILTERS) known.clear();
    knownVersion = version();
    const key = JSON.stringify(filter);
    const kept = known.get(key);
    if (kept) return kept;
    const counting = count(filter);
    known.set(key, counting);
    counting.catch(() => known.delete(key));
    return counting;
  };
}
