import { Client, type Dispatcher } from 'undici';
import type { AddressPolicy } from './address-policy.ts';
import { answerTimeouts } from './agents.ts';
import { createConnect } from './connect.ts';
import type { ResolveName } from './guarded-lookup.ts';
import { createLargeReadsConnector } from './large-reads-connector.ts';
import { createReadRooms, type ReadRooms } from './read-rooms.ts';

/** Connections kept for the next seek, over all hosts; more than a few players at once leave none the worse. */
const MOST_IDLE = 32;

type RequestOptions = Dispatcher.RequestOptions & { origin: string };

/** Connections over which files are fetched; nobody ever waits for one. */
export interface FileConnections {
  /** Sends one request, over an idle connection to the origin or a new one. */
  request(options: RequestOptions): Promise<Dispatcher.ResponseData>;
  /** Bytes of a body that whoever read them needs no more. To be called at most once for the same bytes, or never. */
  giveBack: ReadRooms['giveBack'];
  /** Ends every connection, also those in use. */
  destroy(): Promise<void>;
}

/**
 * Makes the connections for files: one per answer, kept for the next when its body was read to the end, closed for good when
 * it was left. An undici pool is not used here because it opens a new, idle connection for each body that is left
 * (its client takes the aborted request for one still to be sent): a player that seeks would cost two each time.
 *
 * @param options.resolve replaces `dns.lookup`
 */
export function createFileConnections(options: {
  policy: AddressPolicy;
  resolve?: ResolveName;
}): FileConnections {
  const rooms = createReadRooms();
  const connect = createConnect({ ...options, makeConnector: createLargeReadsConnector(rooms) });
  const all = new Set<Client>();
  const idle: { origin: string; client: Client }[] = [];

  function take(origin: string): Client {
    // The newest first: its connection is the likeliest to be open still.
    const at = idle.findLastIndex((kept) => kept.origin === origin);
    const [kept] = at < 0 ? [] : idle.splice(at, 1);
    if (kept) return kept.client;
    const client = new Client(origin, { connect, pipelining: 1, ...answerTimeouts });
    all.add(client);
    return client;
  }

  function leave(client: Client): void {
    all.delete(client);
    void client.destroy();
  }

  function keep(origin: string, client: Client): void {
    idle.push({ origin, client });
    const [oldest] = idle.length > MOST_IDLE ? idle.splice(0, 1) : [];
    if (oldest) leave(oldest.client);
  }

  return {
    async request(wanted) {
      const client = take(wanted.origin);
      try {
        const response = await client.request(wanted);
        const { body } = response;
        body.once('close', () => (body.readableEnded ? keep(wanted.origin, client) : leave(client)));
        return response;
      } catch (error) {
        leave(client);
        throw error;
      }
    },
    giveBack: rooms.giveBack,
    async destroy() {
      await Promise.all([...all].map((client) => client.destroy()));
    },
  };
}
