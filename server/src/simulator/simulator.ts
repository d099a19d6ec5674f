import { createAccount, type SimulatedAccount } from './account.ts';
import { createAddresses } from './addresses.ts';
import { answerApi, judgeToken, type World } from './answer-api.ts';
import { answerDownload } from './answer-download.ts';
import { answerFile } from './answer-file.ts';
import { unknownRoute } from './answers.ts';
import { createSimulatedClock, type SimulatedClock } from './clock.ts';
import type { Answer, Exchange, RequestRecord } from './exchange.ts';
import { answerFault, answerHop } from './fault-answer.ts';
import { createFaults, type Faults } from './faults.ts';
import { createLateChanges } from './late-changes.ts';
import { startLoopbackServer } from './loopback-server.ts';
import { createRateLimiter, PRO_RATES, type Rates } from './rate-limits.ts';
import { createReceiver } from './receive.ts';
import { createSeal } from './seal.ts';
import { createSimulatedWebhooks, type SimulatedWebhooks } from './webhooks.ts';

export interface SimulatorOptions {
  credentials?: { apiKey: string; apiSecret: string };
  /** The ground truth; none is an account without sessions. */
  data?: SimulatedAccount;
  /** 0, the default, takes a free port. */
  apiPort?: number;
  cdnPort?: number;
  /** Key and certificate in PEM (certificate.ts makes them): the CDN then speaks TLS, as Zoom's does. */
  cdnTls?: { key: string; cert: string };
  /** Wall clock in ms; the simulator's own clock can be shifted against it. */
  now?: () => number;
  /**
   * What is not given is as on Zoom's Pro plan: 20 list calls and 30 single-session calls a second, by the
   * simulated clock. While that stands still nothing is given back: a test with a fixed `now` asks for
   * 'unlimited'.
   */
  rates?: Partial<Rates> | 'unlimited';
  /** Answers paths under /_control/ on the API port. */
  control?: (exchange: Exchange) => Promise<Answer>;
}

/** A Zoom on this machine. */
export interface Simulator {
  credentials: { apiKey: string; apiSecret: string };
  /** `http://127.0.0.1:PORT/v2`: the API, and on the same port the web host with /rec/download. */
  baseUrl: string;
  /** `127.0.0.1:PORT`, for ZOOM_DOWNLOAD_HOSTS. */
  downloadHost: string;
  /** `127.0.0.1:PORT`, for ZOOM_CDN_HOSTS. */
  cdnHost: string;
  account: SimulatedAccount;
  clock: SimulatedClock;
  faults: Faults;
  /** Where events go, and how each delivery went. */
  webhooks: SimulatedWebhooks;
  /** Every request in order of arrival (at least the last 45,000); a record is filled in while it is answered. */
  log: RequestRecord[];
  /** Connections that are open now. */
  openSockets(): { api: number; cdn: number };
  /** Cuts every connection and gives both ports back. */
  stop(): Promise<void>;
}

const DEFAULT_CREDENTIALS = { apiKey: 'sim_api_key_0001', apiSecret: 'sim_api_secret_0001_do_not_use' };

/** Starts a Zoom on two loopback ports. Rejects when a port is in use. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const clock = createSimulatedClock(options.now ?? Date.now);
  const log: RequestRecord[] = [];
  const world = createWorld(options, clock);
  const receive = createReceiver({ now: clock.now, log });
  const api = await startLoopbackServer({
    port: options.apiPort ?? 0,
    listener: receive('api', (exchange) => answerApiHost(exchange, world, options)),
  });
  const cdn = await startLoopbackServer({
    port: options.cdnPort ?? 0,
    listener: receive('cdn', (exchange) => answerCdnHost(exchange, world, log.length)),
    tls: options.cdnTls,
  });
  world.origins = { web: `http://${api.host}`, cdn: `${options.cdnTls ? 'https' : 'http'}://${cdn.host}` };
  return {
    credentials: world.credentials,
    baseUrl: `http://${api.host}/v2`,
    downloadHost: api.host,
    cdnHost: cdn.host,
    account: world.account,
    clock,
    faults: world.faults,
    webhooks: world.webhooks,
    log,
    openSockets: () => ({ api: api.openSockets(), cdn: cdn.openSockets() }),
    stop: async () => {
      await Promise.all([api.stop(), cdn.stop(), world.webhooks.stop()]);
    },
  };
}

function createWorld(options: SimulatorOptions, clock: SimulatedClock): World {
  const credentials = options.credentials ?? DEFAULT_CREDENTIALS;
  const faults = createFaults();
  const { rates } = options;
  return {
    account: options.data ?? createAccount(),
    credentials,
    faults,
    addresses: createAddresses({
      secret: credentials.apiSecret,
      now: clock.now,
      generation: faults.generation,
    }),
    limiter: createRateLimiter(rates === 'unlimited' ? rates : { ...PRO_RATES, ...rates }, clock.now),
    pageTokens: createSeal(credentials.apiSecret, 'page token'),
    lateChanges: createLateChanges(clock.now),
    webhooks: createSimulatedWebhooks({ now: clock.now, switches: faults.switches }),
    now: clock.now,
    origins: { web: '', cdn: '' },
  };
}

async function answerApiHost(
  exchange: Exchange,
  world: World,
  { control }: SimulatorOptions,
): Promise<Answer | 'cut'> {
  const { record } = exchange;
  if (control && record.path.startsWith('/_control/')) return control(exchange);
  const isWeb = record.path.startsWith('/rec/');
  if (!isWeb) return answerApi(exchange, world);
  record.host = 'web';
  const hop = answerHop(exchange);
  if (hop) return hop;
  if (!record.path.startsWith('/rec/download/')) return unknownRoute();
  exchange.faults = world.faults.take('web-download', record);
  const { account, addresses, faults, origins } = world;
  const context = { account, addresses, switches: faults.switches, cdnOrigin: origins.cdn };
  return (
    answerFault('web-download', exchange, world.limiter) ??
    answerDownload(record, { ...context, checkToken: (token) => judgeToken(token, world) })
  );
}

async function answerCdnHost(exchange: Exchange, world: World, count: number): Promise<Answer | 'cut'> {
  const { account, addresses, faults, limiter } = world;
  const hop = answerHop(exchange);
  if (hop) return hop;
  exchange.faults = faults.take('cdn', exchange.record);
  const context = { account, addresses, switches: faults.switches, faults: exchange.faults, count };
  return answerFault('cdn', exchange, limiter) ?? answerFile(exchange.record, context);
}
