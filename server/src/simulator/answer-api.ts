import { checkAccessToken } from './access-token.ts';
import type { SimulatedAccount } from './account.ts';
import type { Addresses } from './addresses.ts';
import { refusedToken, unknownRoute } from './answers.ts';
import { type ChangeCall, changeRecordings, matchChangeCall } from './change-recordings.ts';
import { type Answer, type Exchange, findFault, type RequestRecord } from './exchange.ts';
import { answerFault } from './fault-answer.ts';
import type { Faults } from './faults.ts';
import { getSessionRecordings, matchSessionPath } from './get-session-recordings.ts';
import type { LateChanges } from './late-changes.ts';
import { listRecordings } from './list-recordings.ts';
import { type RateLimiter, toCategory } from './rate-limits.ts';
import type { Seal } from './seal.ts';
import type { SimulatedWebhooks } from './webhooks.ts';

/** Everything the routes answer from. */
export interface World {
  account: SimulatedAccount;
  credentials: { apiKey: string; apiSecret: string };
  addresses: Addresses;
  faults: Faults;
  limiter: RateLimiter;
  pageTokens: Seal;
  lateChanges: LateChanges;
  webhooks: SimulatedWebhooks;
  now: () => number;
  origins: { web: string; cdn: string };
}

type ApiRoute =
  | { on: 'api-list' }
  | { on: 'api-session'; sessionId: string }
  | { on: 'api-change'; call: ChangeCall };

/**
 * Answers everything under /v2: budget, faults, token, then the call itself. `cut` asks for the connection to be
 * reset.
 */
export async function answerApi(exchange: Exchange, world: World): Promise<Answer | 'cut'> {
  const { record } = exchange;
  world.lateChanges.settle();
  const route = matchRoute(record);
  if (route) {
    exchange.faults = world.faults.take(route.on, record);
    const instead = answerFault(route.on, exchange, world.limiter) ?? world.limiter.take(labelOf(route));
    if (instead) return instead;
  }
  const verdict = judgeToken(bearerOf(exchange), world);
  if (verdict !== 'ok') return refusedToken(verdict);
  if (!route) return unknownRoute();
  const body = route.on === 'api-change' ? await readBody(exchange) : '';
  const answer = answerRoute(route, { record, body }, world);
  return findFault(exchange.faults, 'apply-then-drop') ? 'cut' : answer;
}

function labelOf({ on }: ApiRoute): 'medium' | 'light' {
  return on === 'api-list' ? 'medium' : 'light';
}

async function readBody({ request }: Exchange): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Judges a REST token by the account's key pair and the simulator's clock. */
export function judgeToken(token: string, world: World): 'ok' | 'invalid' | 'expired' {
  const { clockToleranceSeconds, maxTokenLifeSeconds } = world.faults.switches;
  return checkAccessToken(token, {
    ...world.credentials,
    nowMs: world.now(),
    toleranceSeconds: clockToleranceSeconds,
    maxLifeSeconds: maxTokenLifeSeconds,
  });
}

function bearerOf({ record }: Exchange): string {
  return /^Bearer (.+)$/i.exec(record.headers.authorization ?? '')?.[1] ?? '';
}

function matchRoute({ method, path }: RequestRecord): ApiRoute | null {
  if (method === 'GET' && path === '/v2/videosdk/recordings') return { on: 'api-list' };
  const sessionId = method === 'GET' ? matchSessionPath(path) : null;
  if (sessionId !== null) return { on: 'api-session', sessionId };
  const call = matchChangeCall({ method, path });
  return call && { on: 'api-change', call };
}

function answerRoute(route: ApiRoute, asked: { record: RequestRecord; body: string }, world: World): Answer {
  const answer =
    route.on === 'api-change' ? answerChange(route.call, asked, world) : answerRead(route, asked, world);
  return { ...answer, headers: { ...answer.headers, 'x-ratelimit-category': toCategory(labelOf(route)) } };
}

function answerChange(
  call: ChangeCall,
  asked: { record: RequestRecord; body: string },
  world: World,
): Answer {
  const { account, lateChanges, faults, webhooks } = world;
  const later = (apply: () => void) => lateChanges.add(apply, faults.switches.changeDelayMs);
  return changeRecordings(call, asked, { account, nowMs: world.now(), later, tell: webhooks.tell });
}

function answerRead(
  route: Exclude<ApiRoute, { on: 'api-change' }>,
  { record }: { record: RequestRecord },
  world: World,
): Answer {
  const { account, addresses, faults, pageTokens, origins } = world;
  const nowMs = world.now();
  const addressOf = (
    session: { session_id: string },
    position: Parameters<typeof addresses.makeDownload>[1]['position'],
  ) => addresses.makeDownload(origins.web, { sessionId: session.session_id, position });
  if (route.on === 'api-list') {
    return listRecordings(record, { account, faults, seal: pageTokens, nowMs, addressOf });
  }
  const { makeDownloadToken } = addresses;
  return getSessionRecordings(route.sessionId, record, { account, nowMs, addressOf, makeDownloadToken });
}
