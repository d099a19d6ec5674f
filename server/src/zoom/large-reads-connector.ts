import { buildConnector } from 'undici';
import type { MakeConnector } from './connect.ts';
import { createLargeReads } from './large-reads.ts';
import type { ReadRooms } from './read-rooms.ts';

/** TLS sessions that are remembered, by host: a second connection then saves a round trip. */
const MOST_SESSIONS = 100;

/** Makes undici's connector, but its sockets hand on what they receive in large pieces, read into these rooms. */
export const createLargeReadsConnector =
  (rooms: ReadRooms): MakeConnector =>
  (options) => {
    const sessions = new Map<string, Buffer>();
    return (target, callback) => {
      const { onread, wrap } = createLargeReads(rooms);
      const session = sessions.get(target.hostname);
      const keep = (fresh: Buffer) => {
        sessions.delete(target.hostname);
        sessions.set(target.hostname, fresh);
        const [oldest] = sessions.size > MOST_SESSIONS ? sessions.keys() : [];
        if (oldest !== undefined) sessions.delete(oldest);
      };
      // The room that is read into belongs to one socket, so each socket has a connector of its own.
      const connect = buildConnector({ ...options, onread, ...(session ? { session } : {}) });
      connect(target, (...[error, socket]) => {
        if (error) return callback(error, null);
        socket.on('session', keep);
        // undici reads, writes, ends and destroys it, and lets it be idle: all that a socket is asked here.
        callback(null, wrap(socket) as typeof socket);
      });
    };
  };
