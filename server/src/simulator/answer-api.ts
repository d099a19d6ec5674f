import { checkAccessToken } from './access-token.ts';
import type { SimulatedAccount } from './account.ts';
import type { Addresses } from './addresses.ts';
import { refusedToken, unknownRoute } from './answers.ts';
import type { Answer, Exchange } from './exchange.ts';
import { answerFault } from './fault-answer.ts';
import type { Faults } from './faults.ts';
import { getSessionRecordings, matchSessionPath } from './get-session-recordings.ts';
import { listRecordings } from './list-recordings.ts';
import { type RateLimiter, toCategory } from './rate-limits.ts';
import type { Seal } from './seal.ts';

/** Everything the routes answer from. */
export interface World {
  account: SimulatedAccount;
  credentials: { apiKey: string; apiSecret: string };
  addresses: Addresses;
  faults: Faults;
  limiter: RateLimiter;
  pageTokens: Seal;
  now: () => number;
  origins: { web: string; cdn: string };
}

interface ApiRoute {
  on: 'api-list' | 'api-session';
  sessionId: string;
}

/**
 * Answers everything under /v2: budget, faults, token, then the call itself. `cut` asks for the connection to be
 * reset.
 */
export function answerApi(exchange: Exchange, world: World): Answer | 'cut' {
  const { record } = exchange;
  const route = record.method === 'GET' ? matchRoute(record.path) : null;
  if (route) {
    exchange.faults = world.faults.take(route.on, record);
    const label = route.on === 'api-list' ? 'medium' : 'light';
    const instead = answerFault(route.on, exchange, world.limiter) ?? world.limiter.take(label);
    if (instead) return instead;
  }
  const verdict = judgeToken(bearerOf(exchange), world);
  if (verdict !== 'ok') return refusedToken(verdict);
  return route ? answerRoute(route, exchange, world) : unknownRoute();
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

function matchRoute(path: string): ApiRoute | null {
  if (path === '/v2/videosdk/recordings') return { on: 'api-list', sessionId: '' };
  const sessionId = matchSessionPath(path);
  return sessionId === null ? null : { on: 'api-session', sessionId };
}

function answerRoute(route: ApiRoute, { record }: Exchange, world: World): Answer {
  const { account, addresses, faults, pageTokens, origins } = world;
  const nowMs = world.now();
  const addressOf = (
    session: { session_id: string },
    position: Parameters<typeof addresses.makeDownload>[1]['position'],
  ) => addresses.makeDownload(origins.web, { sessionId: session.session_id, position });
  const answer =
    route.on === 'api-list'
      ? listRecordings(record, { account, faults, seal: pageTokens, nowMs, addressOf })
      : getSessionRecordings(route.sessionId, record, {
          account,
          nowMs,
          addressOf,
          makeDownloadToken: addresses.makeDownloadToken,
        });
  const category = toCategory(route.on === 'api-list' ? 'medium' : 'light');
  return { ...answer, headers: { ...answer.headers, 'x-ratelimit-category': category } };
}
