import type { SimulatedAccount, SimulatedSession } from './account.ts';

/** Told after a page was made and before it is sent: the next page sees what is changed in the account here. */
export interface PageEvent {
  /** 1 for the first page. */
  page: number;
  query: Record<string, string>;
  account: SimulatedAccount;
}

/** Zoom's open doubts (zoom-api.md 7) and steady misbehaviours, each to be set at any time. */
export interface Switches {
  /** What happens to a range of more than a month. */
  longRange: 'truncate' | 'honour' | 'reject';
  defaultPageSize: number;
  maxPageSize: number;
  pageTokenLifeMs: number;
  /** Refuses the token that asks for this page (2 is the first there is a token for): once, or each time. */
  expirePageToken: { page: number; mode: 'once' | 'always' } | null;
  onPage: ((event: PageEvent) => void) | null;
  /** Puts the rows of a query in another order before they are cut into pages. */
  arrange: ((sessions: SimulatedSession[]) => SimulatedSession[]) | null;
  totalRecords: number | null;
  echoedFrom: string | null;
  echoedTo: string | null;
  /**
   * `repeat`: every page answers the token that led to it, or the first one. `endless`: there is always a next
   * page.
   */
  paging: 'honest' | 'repeat' | 'endless';
  /** Trashed rows come without `download_url` and `file_type` (zoom-api.md 2.2). */
  bareTrash: boolean;
  participantAudioInList: boolean;
  /** Tolerance for `iat` and `nbf` ahead of our clock. */
  clockToleranceSeconds: number;
  maxTokenLifeSeconds: number | null;
  /** What a download without a usable token gets: a page of HTML with 200, or 401. */
  unauthorisedDownload: 'html' | 'status';
  /** 403 when an Authorization header arrives at the CDN. */
  cdnRefusesAuthorization: boolean;
  signedAddressLifeSeconds: number;
  /** How long a `download_url` works. */
  downloadAddressLifeSeconds: number;
  cdnHeaders: Record<string, string | string[]>;
  /** How long a change that was answered for stays unseen in every other answer. */
  changeDelayMs: number;
  /** How many events are kept back, to be sent together with a later one, newest first. */
  webhooksHeldBack: number;
  /** How often each event is delivered. */
  webhookCopies: number;
  /** The pauses before an event that nobody took is sent again (zoom-api.md 5.4). */
  webhookRetryMs: number[];
}

/** The switches as they stand when nothing is set: what is known or most probable of Zoom. */
export function defaultSwitches(): Switches {
  return {
    longRange: 'truncate',
    defaultPageSize: 30,
    maxPageSize: 300,
    pageTokenLifeMs: 15 * 60_000,
    expirePageToken: null,
    onPage: null,
    arrange: null,
    totalRecords: null,
    echoedFrom: null,
    echoedTo: null,
    paging: 'honest',
    bareTrash: false,
    participantAudioInList: false,
    clockToleranceSeconds: 30,
    maxTokenLifeSeconds: null,
    unauthorisedDownload: 'html',
    cdnRefusesAuthorization: true,
    signedAddressLifeSeconds: 3600,
    downloadAddressLifeSeconds: 24 * 3600,
    cdnHeaders: {},
    changeDelayMs: 0,
    webhooksHeldBack: 0,
    webhookCopies: 1,
    webhookRetryMs: [5 * 60_000, 20 * 60_000, 60 * 60_000],
  };
}
