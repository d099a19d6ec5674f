import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { request } from 'undici';
import type { SimulatedSession } from './account.ts';
import type { Switches } from './switches.ts';
import { type WebhookEvent, type WebhookEventName, writeWebhookBody } from './webhook-body.ts';

/** Where events go, and the secret they are signed with. */
export interface WebhookSubscription {
  url: string;
  secret: string;
}

/** One attempt to deliver an event. `status` is 0 when nobody answered in time. */
export interface WebhookDelivery {
  name: WebhookEventName;
  sessionId: string;
  attempt: number;
  status: number;
}

export interface SimulatedWebhooks {
  /** From now on events go there; null: nowhere. */
  subscribe(subscription: WebhookSubscription | null): void;
  /** Something happened to a session. Returns at once; deliveries follow. */
  tell(name: WebhookEventName, session: SimulatedSession): void;
  /** Every attempt so far, in the order they ended. */
  deliveries: WebhookDelivery[];
  /** Gives up what is still to be delivered, and waits for what is on its way. */
  stop(): Promise<void>;
}

/** Zoom gives an answer so long (zoom-api.md 5.4). */
const ANSWER_MS = 3000;

/** Sends events as Zoom does: signed at each attempt, at least once, repeated until somebody answers 200 or 204. */
export function createSimulatedWebhooks({
  now,
  switches,
}: {
  now: () => number;
  switches: Switches;
}): SimulatedWebhooks {
  const deliveries: WebhookDelivery[] = [];
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  let subscription: WebhookSubscription | null = null;
  let held: WebhookEvent[] = [];

  function tell(name: WebhookEventName, session: SimulatedSession): void {
    if (subscription === null) return;
    held.push({ name, session: { ...session }, atMs: now() });
    if (held.length <= switches.webhooksHeldBack) return;
    // Later ones first: Zoom promises no order.
    const events = held.reverse();
    held = [];
    for (const event of events) {
      for (let copy = 0; copy < switches.webhookCopies; copy += 1) begin(event, subscription);
    }
  }

  function begin(event: WebhookEvent, to: WebhookSubscription): void {
    const delivering = deliver(event, to).finally(() => running.delete(delivering));
    running.add(delivering);
  }

  async function deliver(event: WebhookEvent, to: WebhookSubscription): Promise<void> {
    for (const [attempt, pauseMs] of [0, ...switches.webhookRetryMs].entries()) {
      const isStopped = await wait(pauseMs, false, { signal: stopping.signal, ref: false }).catch(() => true);
      if (isStopped) return;
      const status = await post(writeWebhookBody(event), to).catch(() => 0);
      deliveries.push({ name: event.name, sessionId: event.session.session_id, attempt, status });
      if (status === 200 || status === 204) return;
    }
  }

  async function post(body: string, { url, secret }: WebhookSubscription): Promise<number> {
    const answer = await request(url, {
      method: 'POST',
      headers: signedHeaders(body, { secret, nowMs: now() }),
      body,
      signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(ANSWER_MS)]),
    });
    await answer.body.dump();
    return answer.statusCode;
  }

  return {
    subscribe: (next) => {
      subscription = next;
    },
    tell,
    deliveries,
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

/** The headers of one attempt, as the vendor's own sample shows them (zoom-api.md 5.2, 5.4). */
export function signedHeaders(
  body: string,
  { secret, nowMs }: { secret: string; nowMs: number },
): Record<string, string> {
  const timestamp = String(Math.floor(nowMs / 1000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'user-agent': 'Zoom Marketplace/1.0a',
    'content-type': 'application/json; charset=utf-8',
    'x-zm-request-timestamp': timestamp,
    'x-zm-signature': `v0=${digest}`,
    'x-zm-trackingid': `WEB_${timestamp}`,
  };
}
