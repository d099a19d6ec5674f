import type { RecordingsPage } from '../zoom/schemas.ts';
import { PaginationLoop } from './errors.ts';
import type { DateRange } from './window-key.ts';

/** What one walk over all pages of one question came to. */
export interface Walk {
  /**
   * `clean`: every page agreed with the others. `slipped`: rows moved between pages. `short`: Zoom counts more than it
   * listed. `other-range`: Zoom answered another question than ours.
   */
  outcome: 'clean' | 'slipped' | 'short' | 'other-range';
  pages: number;
  /** Different sessions met. */
  sessions: number;
  unreadable: number;
  total: number | null;
}

/** So many pages in a row without one new session are no list any more. */
const MAX_BARREN_PAGES = 3;
/** 1.5 million sessions in one window. */
const MAX_PAGES = 5000;

export interface WalkRequest {
  /** Null for a trash, which has no dates. */
  range: DateRange | null;
  today: string;
  ask: (pageToken: string) => Promise<RecordingsPage>;
  /** Called with every page before the next is asked for. */
  land: (page: RecordingsPage, isOurRange: boolean) => Promise<void>;
}

/**
 * Walks from page to page until Zoom names no next one.
 *
 * @throws PaginationLoop when a token comes twice or the walk brings nothing new; and whatever `ask` and `land` throw.
 */
export async function walkPages({ range, today, ask, land }: WalkRequest): Promise<Walk> {
  const seen = createSeen();
  let token = '';
  do {
    const page = await ask(token);
    const isOurRange = agrees({ range, today, page });
    await land(page, isOurRange);
    seen.add(page);
    if (!isOurRange) return { ...seen.result(), outcome: 'other-range' };
    token = page.nextPageToken;
  } while (token !== '');
  return seen.result();
}

/** Zoom may cut a range silently and says so only in the dates it echoes (zoom-api.md 2.3). Days to come it may leave out. */
export function agrees({
  range,
  today,
  page,
}: {
  range: DateRange | null;
  today: string;
  page: RecordingsPage;
}): boolean {
  if (!range) return true;
  const from = page.from?.slice(0, 10) ?? range.from;
  const to = page.to?.slice(0, 10) ?? range.to;
  const isCutAfterToday = to < range.to && to >= today;
  return from === range.from && (to === range.to || isCutAfterToday);
}

function createSeen() {
  const tokens = new Set<string>();
  const ids = new Set<string>();
  const totals = new Set<number | undefined>();
  let pages = 0;
  let unreadable = 0;
  let met = 0;
  let repeats = 0;
  let barren = 0;

  function add(page: RecordingsPage): void {
    const before = ids.size;
    const onPage = new Set(page.sessions.map((session) => session.session_id));
    for (const id of onPage) {
      if (ids.has(id)) repeats += 1;
      ids.add(id);
    }
    pages += 1;
    met += page.sessions.length + page.unreadable.length;
    unreadable += page.unreadable.length;
    totals.add(page.totalRecords);
    barren = ids.size > before ? 0 : barren + 1;
    refuseLoop(page.nextPageToken);
  }

  function refuseLoop(token: string): void {
    if (token === '') return;
    if (tokens.has(token)) throw new PaginationLoop('Zoom gave the same page token twice');
    if (barren >= MAX_BARREN_PAGES)
      throw new PaginationLoop(`${barren} pages in a row brought no new session`);
    if (pages >= MAX_PAGES) throw new PaginationLoop(`the list did not end after ${pages} pages`);
    tokens.add(token);
  }

  function result(): Walk {
    const [total = null] = totals;
    const outcome =
      repeats > 0 || totals.size > 1 ? 'slipped' : total !== null && met < total ? 'short' : 'clean';
    return { outcome, pages, sessions: ids.size, unreadable, total };
  }

  return { add, result };
}
