import { z } from 'zod';
import { findSession } from './account.ts';
import { jsonAnswer } from './answers.ts';
import type { Answer, Exchange } from './exchange.ts';
import { type Fault, type FaultOptions, isFaultKind } from './fault.ts';
import { createNamedAccount } from './named-account.ts';
import type { Simulator } from './simulator.ts';
import { WEBHOOK_EVENTS } from './webhook-body.ts';

const AccountBody = z.strictObject({
  name: z.enum(['demo', 'quirk', 'volume', 'empty']),
  sessions: z.int().positive().optional(),
  month: z.string().optional(),
  filesPerSession: z.int().nonnegative().optional(),
});
const ClockBody = z.union([z.strictObject({ advanceMs: z.number() }), z.strictObject({ setMs: z.number() })]);
const FaultBody = z.strictObject({
  on: z.enum(['api-list', 'api-session', 'api-change', 'web-download', 'cdn']),
  fault: z.custom<Fault>((value) =>
    isFaultKind(String(z.looseObject({ kind: z.string() }).safeParse(value).data?.kind)),
  ),
  times: z.int().positive().optional(),
  after: z.int().nonnegative().optional(),
  every: z.int().positive().optional(),
  /** Only requests whose decoded path holds this. */
  pathIncludes: z.string().optional(),
});
const WebhookBody = z.strictObject({ url: z.string(), secret: z.string() }).nullable();
const EventBody = z.strictObject({ name: z.enum(WEBHOOK_EVENTS), sessionId: z.string() });
const ExpireBody = z.strictObject({ what: z.enum(['signed-addresses', 'download-addresses']) });

type Route = (simulator: Simulator, body: unknown, query: Record<string, string>) => unknown;

/** What can be asked and set from outside, by method and path; each answers JSON. */
const ROUTES: Record<string, Route> = {
  'GET /_control/account': ({ account }) =>
    account.sessions.map(({ session_id, session_name, start_time, trashed_at }) => ({
      ...{ session_id, session_name, start_time, trashed_at },
    })),
  'POST /_control/account': (simulator, body) => {
    simulator.account.sessions = createNamedAccount(AccountBody.parse(body), simulator.clock.now()).sessions;
    return { sessions: simulator.account.sessions.length };
  },
  'GET /_control/clock': ({ clock }) => ({ now: clock.now() }),
  'POST /_control/clock': ({ clock }, body) => {
    const change = ClockBody.parse(body);
    if ('setMs' in change) clock.set(change.setMs);
    else clock.advance(change.advanceMs);
    return { now: clock.now() };
  },
  'POST /_control/faults': (simulator, body) => layFault(simulator, FaultBody.parse(body)),
  'DELETE /_control/faults': ({ faults }) => {
    faults.clear();
    return {};
  },
  'POST /_control/switches': ({ faults }, body) =>
    Object.assign(
      faults.switches,
      z.partialRecord(z.enum(Object.keys(faults.switches)), z.unknown()).parse(body),
    ),
  'POST /_control/expire': ({ faults }, body) => {
    const { what } = ExpireBody.parse(body);
    if (what === 'signed-addresses') faults.expireSignedAddresses();
    else faults.expireDownloadAddresses();
    return {};
  },
  'GET /_control/webhooks': ({ webhooks }) => webhooks.deliveries,
  'POST /_control/webhooks': ({ webhooks }, body) => {
    webhooks.subscribe(WebhookBody.parse(body));
    return {};
  },
  'POST /_control/events': (simulator, body) => tellEvent(simulator, EventBody.parse(body)),
  'GET /_control/log': ({ log }, _body, { host }) => log.filter((record) => !host || record.host === host),
  'DELETE /_control/log': ({ log }) => {
    log.length = 0;
    return {};
  },
  'GET /_control/sockets': (simulator) => simulator.openSockets(),
};

/**
 * Answers a request under /_control/: faults, switches, clock, account, request log, open sockets. A body that is
 * not as it should be is 400 with what is wrong, an unknown route 404.
 */
export async function answerControl(exchange: Exchange, simulator: Simulator): Promise<Answer> {
  const { record, request } = exchange;
  const route = ROUTES[`${record.method} ${record.path}`];
  if (!route)
    return jsonAnswer(404, { message: 'There is no such control route.', routes: Object.keys(ROUTES) });
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    const text = Buffer.concat(chunks).toString('utf8');
    return jsonAnswer(200, route(simulator, text === '' ? undefined : JSON.parse(text), record.query));
  } catch (error) {
    return jsonAnswer(400, { message: String(error) });
  }
}

function tellEvent({ account, webhooks }: Simulator, body: z.infer<typeof EventBody>): unknown {
  const session = findSession(account, body.sessionId);
  if (!session) throw new Error('the account has no such session');
  webhooks.tell(body.name, session);
  return {};
}

function layFault(simulator: Simulator, body: z.infer<typeof FaultBody>): unknown {
  const { on, fault, times, after, every, pathIncludes } = body;
  const options: FaultOptions = {
    ...(times === undefined ? {} : { times }),
    ...(after === undefined ? {} : { after }),
    ...(every === undefined ? {} : { every }),
    ...(pathIncludes === undefined ? {} : { when: ({ decodedPath }) => decodedPath.includes(pathIncludes) }),
  };
  simulator.faults.add(on, fault, options);
  return {};
}
