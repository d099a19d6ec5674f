import { type SimulatedAccount, type SimulatedSession, sortSessions } from './account.ts';
import { deadPageToken, jsonAnswer } from './answers.ts';
import type { Answer, RequestRecord } from './exchange.ts';
import type { Faults } from './faults.ts';
import { type ListQuery, readListQuery } from './list-query.ts';
import { makePageToken, type PagePlace, readPageToken } from './page-token.ts';
import { isInView, type Presentation, presentSession } from './present-session.ts';
import type { Seal } from './seal.ts';

export interface ListContext {
  account: SimulatedAccount;
  faults: Faults;
  seal: Seal;
  nowMs: number;
  addressOf: Presentation['addressOf'];
}

/** Answers GET /videosdk/recordings (zoom-api.md 2) to a caller whose token was accepted. */
export function listRecordings(record: RequestRecord, context: ListContext): Answer {
  const { faults, nowMs, account } = context;
  const { switches } = faults;
  const query = readListQuery(record.query, { switches, nowMs });
  if ('refusal' in query) return query.refusal;
  const place = findPlace(record.query.next_page_token ?? '', query, context);
  if (!place) return deadPageToken();
  const rows = findRows(account, query, nowMs);
  const arranged = switches.arrange?.(rows) ?? rows;
  const answer = presentPage({ query, place, rows: arranged, context });
  switches.onPage?.({ page: place.page, query: record.query, account });
  return answer;
}

function findPlace(token: string, query: ListQuery, context: ListContext): PagePlace | null {
  if (token === '') return { page: 1, offset: 0 };
  const { faults, seal, nowMs } = context;
  const lifeMs = faults.switches.pageTokenLifeMs;
  const place = readPageToken(token, { seal, query: JSON.stringify(query), nowMs, lifeMs });
  const { expirePageToken } = faults.switches;
  if (!place || place.page !== expirePageToken?.page) return place && { ...place, token };
  if (expirePageToken.mode === 'once') faults.switches.expirePageToken = null;
  return null;
}

/** The sessions a query is about, newest first. */
function findRows(account: SimulatedAccount, query: ListQuery, nowMs: number): SimulatedSession[] {
  sortSessions(account);
  const { show, from, to } = query;
  const isAnyDate = show !== 'live';
  const lastMoment = `${to}T99`;
  const sessions = account.between?.(from, to) ?? account.sessions;
  return sessions.filter(
    (session) =>
      (isAnyDate || (session.start_time >= from && session.start_time < lastMoment)) &&
      isInView(session, show, nowMs),
  );
}

function presentPage(page: {
  query: ListQuery;
  place: PagePlace;
  rows: SimulatedSession[];
  context: ListContext;
}): Answer {
  const { query, place, rows, context } = page;
  const { switches } = context.faults;
  const shown = rows.slice(place.offset, place.offset + query.pageSize);
  const presentation: Presentation = {
    view: query.show,
    nowMs: context.nowMs,
    withParticipantAudio: switches.participantAudioInList,
    bareTrash: switches.bareTrash,
    addressOf: context.addressOf,
  };
  return jsonAnswer(200, {
    from: switches.echoedFrom ?? query.from,
    to: switches.echoedTo ?? query.to,
    page_size: query.pageSize,
    total_records: switches.totalRecords ?? rows.length,
    next_page_token: nextToken({ query, place, rowCount: rows.length, context }),
    sessions: shown.map((session) => presentSession(session, presentation)),
  });
}

/** The token for what comes after a page; an empty text after the last. */
function nextToken(walk: {
  query: ListQuery;
  place: PagePlace;
  rowCount: number;
  context: ListContext;
}): string {
  const { query, place, rowCount, context } = walk;
  const { paging } = context.faults.switches;
  if (paging === 'repeat' && walk.place.token !== undefined) return walk.place.token;
  const end = place.offset + query.pageSize;
  if (end >= rowCount && paging === 'honest') return '';
  const next = { page: place.page + 1, offset: end >= rowCount ? 0 : end };
  return makePageToken(context.seal, JSON.stringify(query), next, context.nowMs);
}
