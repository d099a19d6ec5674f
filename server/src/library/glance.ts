import type { Catalog } from '../catalog/open-catalog.ts';
import type { WindowRecord } from '../catalog/rows.ts';
import type { ZoomClient } from '../zoom/client.ts';
import type { LandAnswer } from './land-answer.ts';
import { PAGE_SIZE, type ReadingRequest } from './read-window.ts';
import { agrees } from './walk.ts';
import { monthRange, type ReadingKey, toDate, toMonth, type WindowKey, windowId } from './window-key.ts';

/** So long after a month was read whole, its later pages are taken to be as they were while its first page is. */
const TRUST_MS = 10 * 60_000;

export type Glance = ReturnType<typeof createGlance>;

/**
 * The current month is looked at every minute, and may have a hundred pages; what is new stands on the first. While that
 * page comes word for word as it was and Zoom counts as many sessions, one request is enough.
 */
export function createGlance(deps: {
  catalog: Pick<Catalog, 'loadWindows' | 'endPass'>;
  zoom: Pick<ZoomClient, 'listRecordings'>;
  landAnswer: LandAnswer;
  now: () => number;
}) {
  const { catalog, zoom, landAnswer, now } = deps;
  const readWholeMs = new Map<string, number>();

  /** What is known of a window whose first page is enough; null when it has to be read whole. */
  async function findTrusted(key: ReadingKey): Promise<WindowRecord | null> {
    if (key.kind !== 'month' || key.month !== toMonth(now())) return null;
    const age = now() - (readWholeMs.get(windowId(key)) ?? Number.NEGATIVE_INFINITY);
    if (age < 0 || age >= TRUST_MS) return null;
    const [record] = await catalog.loadWindows([windowId(key)]);
    const isWhole = record?.state === 'complete' && !record.isDue && record.pages > 1;
    return isWhole && record.reportedTotal !== null ? record : null;
  }

  return {
    /** True when a glance at the first page was enough: the window is recorded as read now. Throws what Zoom's client throws. */
    async isEnough({ key, signal, urgency, onPage }: ReadingRequest): Promise<boolean> {
      const record = await findTrusted(key);
      if (!record || key.kind !== 'month') return false;
      const range = monthRange(key.month);
      const query = { pageSize: PAGE_SIZE, ...range };
      const page = await zoom.listRecordings(query, { urgency: urgency(), signal });
      signal.throwIfAborted();
      if (!agrees({ range, today: toDate(now()), page })) return false;
      const landed = await landAnswer({ sessions: page.sessions, list: 'live', range });
      onPage();
      const isNews = landed.some(({ isChanged }) => isChanged) || page.unreadable.length > 0;
      if (isNews || page.totalRecords !== record.reportedTotal || page.nextPageToken === '') return false;
      await catalog.endPass({ record: { ...record, syncedMs: now() }, sweep: null });
      return true;
    },

    /** The window was read whole just now, every record of it. */
    trust: (key: WindowKey): void => void readWholeMs.set(windowId(key), now()),

    /** Somebody wants these windows read whole. */
    distrust(keys: readonly WindowKey[]): void {
      for (const key of keys) readWholeMs.delete(windowId(key));
    },
  };
}
