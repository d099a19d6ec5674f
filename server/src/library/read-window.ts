import type { Log } from '../log.ts';
import type { Urgency, ZoomClient } from '../zoom/client.ts';
import type { RecordingsPage } from '../zoom/schemas.ts';
import type { LandAnswer } from './land-answer.ts';
import { readRange } from './read-range.ts';
import { type Walk, walkPages } from './walk.ts';
import { type DateRange, type ReadingKey, rangeOf, readingName, toDate, trashList } from './window-key.ts';

/** As large as pages get (zoom-api.md 2.1). */
export const PAGE_SIZE = 300;

export interface ReadingRequest {
  key: ReadingKey;
  signal: AbortSignal;
  /** Whether somebody waits for the first page; asked anew for each reading, as people may join. */
  urgency: () => Urgency;
  /** Called after each page that has landed. */
  onPage: () => void;
}

/** One reading of a window: every page of it, each landed before the next is asked for. Throws what Zoom's client throws. */
export type Reading = () => Promise<Walk>;

/** Prepares readings of a window for one pass. Somebody may wait for the first page of it, nobody for the rest. */
export function createReadings(deps: {
  zoom: Pick<ZoomClient, 'listRecordings'>;
  landAnswer: LandAnswer;
  now: () => number;
  log: Log;
}) {
  const { zoom, landAnswer, now, log } = deps;

  return function prepareReading({ key, signal, urgency, onPage }: ReadingRequest): Reading {
    let isFirstPage = true;

    async function land(page: RecordingsPage, range: DateRange | null): Promise<void> {
      signal.throwIfAborted();
      await landAnswer({
        sessions: page.sessions,
        list: key.kind === 'trash' ? trashList(key.trash) : 'live',
        range,
      });
      isFirstPage = false;
      if (page.unreadable.length > 0) {
        log.warn(
          { window: readingName(key), unreadable: page.unreadable },
          'Zoom listed records that cannot be read',
        );
      }
      onPage();
    }

    function walk(range: DateRange | null): Promise<Walk> {
      return walkPages({
        range,
        today: toDate(now()),
        ask(nextPageToken) {
          const query = toQuery({ key, range, nextPageToken });
          return zoom.listRecordings(query, { urgency: isFirstPage ? urgency() : 'background', signal });
        },
        land: (page, isOurRange) => land(page, isOurRange ? range : null),
      });
    }

    return () => readRange(rangeOf(key), walk);
  };
}

function toQuery(page: { key: ReadingKey; range: DateRange | null; nextPageToken: string }) {
  const { key, range, nextPageToken } = page;
  return {
    pageSize: PAGE_SIZE,
    ...(nextPageToken === '' ? {} : { nextPageToken }),
    ...(range ?? {}),
    ...(key.kind === 'trash' ? { trash: true, trashType: key.trash } : {}),
  };
}
