import type { Log } from '../log.ts';
import { WebhookRefused } from './errors.ts';
import { createEventWork, type Follow } from './event-work.ts';
import type { Inbox, KeptEvent } from './inbox.ts';
import { readEvent, type ZoomEvent } from './read-event.ts';
import { createReplays } from './replays.ts';
import { encryptToken, refusalOf, type SignedDelivery } from './signature.ts';

export interface WebhooksDeps {
  /** The secret token of the app's event subscription. */
  secret: string;
  inbox: Inbox;
  follow: Follow;
  /** Whether a change of ours was to bring such news of that session. */
  isExpected: (move: ExpectedMove) => boolean;
  /** Has moves confirmed, many at once; resolves with the places where each of these sessions is now, as far as it is known. */
  followMoves: (zoomIds: ReadonlySet<string>) => Promise<ReadonlyMap<string, readonly ExpectedMove['to'][]>>;
  log: Log;
  now?: () => number;
}

/** A session, or files of it, that went to the trash, came back, or were deleted for good. */
export interface ExpectedMove {
  zoomId: string;
  to: 'trash' | 'live' | 'nowhere';
}

/** What Zoom wants to hear: that it reached us, or that this address is ours. */
export type WebhookAnswer =
  | { kind: 'kept' }
  | { kind: 'validated'; plainToken: string; encryptedToken: string };

export type Webhooks = ReturnType<typeof createWebhooks>;

/**
 * Zoom's events. One is kept before it is acknowledged and believed only so far as to read its session again: order and
 * number of deliveries change nothing, and whoever had the secret could at most have us ask Zoom.
 */
export function createWebhooks(deps: WebhooksDeps) {
  const { secret, inbox, follow, isExpected, followMoves, log, now = Date.now } = deps;
  const replays = createReplays(now);
  const work = createEventWork({
    ...{ inbox, follow, log, now },
    isExpected: (event) => toMoves(event).some(isExpected),
    followMany,
  });

  /** Of a session that we have moved on since, or back, old news is no riddle. */
  async function followMany(events: readonly KeptEvent[]): Promise<ReadonlySet<string>> {
    const places = await followMoves(new Set(events.map(({ zoomId }) => zoomId)));
    const left = events.flatMap(toMoves).filter(({ zoomId, to }) => {
      const known = places.get(zoomId) ?? ['nowhere'];
      return !known.includes(to) && !known.some((place) => isExpected({ zoomId, to: place }));
    });
    return new Set(left.map(({ zoomId }) => zoomId));
  }

  async function keep(event: Extract<ZoomEvent, { kind: 'session' }>): Promise<void> {
    const { name, zoomId, eventMs } = event;
    const kept = { key: JSON.stringify([name, zoomId, eventMs]), name, zoomId, receivedMs: now() };
    const isNews = await inbox.keep(kept);
    log.info({ event: name, isNews }, 'Zoom told of an event');
    if (isNews) work.add(kept);
  }

  return {
    /**
     * Takes one delivery. Resolves when it is kept.
     *
     * @throws WebhookRefused when it is not signed by Zoom, now and for the first time; WebhookUnreadable when it is no event.
     */
    async receive(delivery: SignedDelivery): Promise<WebhookAnswer> {
      const { signature = '' } = delivery;
      const refusal = refusalOf(delivery, { secret, nowMs: now() });
      if (refusal !== null) throw new WebhookRefused(refusal);
      const event = readEvent(delivery.body);
      if (event.kind === 'validation') {
        const { plainToken } = event;
        return { kind: 'validated', plainToken, encryptedToken: encryptToken(secret, plainToken) };
      }
      if (replays.isReplay(signature)) throw new WebhookRefused('This delivery was made before.');
      if (event.kind === 'session') await keep(event);
      replays.remember(signature);
      return { kind: 'kept' };
    },

    /** Goes on with what an earlier run has kept and not dealt with. */
    async start(): Promise<void> {
      for (const event of await inbox.waiting()) work.add(event);
    },

    stop: work.stop,
  };
}

const places = { trashed: 'trash', recovered: 'live', deleted: 'nowhere' } as const;

/** What an event says has moved; nothing when it speaks of something else. */
function toMoves({ name, zoomId }: KeptEvent): ExpectedMove[] {
  const found = Object.entries(places).find(([word]) => name.endsWith(`_${word}`));
  return found ? [{ zoomId, to: found[1] }] : [];
}
