import type { OnReadOpts, Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** Room that is read into: what 200 readers who have stopped may each keep several of. */
const ROOM_BYTES = 64 * 1024;

/** As much as one TLS record brings; a read into less room would tear it. */
const RECORD_BYTES = 16 * 1024;

/**
 * Makes a socket hand on what it received in large pieces. TLS gives one record of 16 KiB after another, and each costs its
 * own allocation, event and write on its long way to a reader; here records are read one behind another into the same
 * room, and go on together once in a turn of the event loop. Nothing is copied.
 *
 * Give `onread` to `connect`, then wrap the socket before anything is sent on it.
 */
export function createLargeReads(): { onread: OnReadOpts; wrap: (socket: Socket) => Duplex } {
  let room = Buffer.allocUnsafeSlow(ROOM_BYTES);
  let start = 0;
  let end = 0;
  let turn: NodeJS.Immediate | undefined;
  let handOn: (piece: Buffer) => void = () => {};

  const flush = () => {
    clearImmediate(turn);
    turn = undefined;
    const piece = room.subarray(start, end);
    start = end;
    if (piece.length > 0) handOn(piece);
  };
  const onread: OnReadOpts = {
    buffer: () => {
      if (room.length - end < RECORD_BYTES) {
        flush();
        room = Buffer.allocUnsafeSlow(ROOM_BYTES);
        start = 0;
        end = 0;
      }
      return room.subarray(end);
    },
    callback: (bytes) => {
      end += bytes;
      turn ??= setImmediate(flush);
      return true;
    },
  };
  const wrap = (socket: Socket): Duplex => {
    const wrapped = createWrapping(socket);
    handOn = (piece) => {
      if (!wrapped.push(piece)) socket.pause();
    };
    socket.once('end', () => {
      flush();
      wrapped.push(null);
    });
    return wrapped;
  };
  return { onread, wrap };
}

/** A stream that writes to a socket, ends with it and breaks with it; what it reads is pushed from outside. */
function createWrapping(socket: Socket): Duplex {
  const wrapping = new Duplex({
    readableHighWaterMark: ROOM_BYTES,
    read: () => void socket.resume(),
    write: (chunk, encoding, done) => void socket.write(chunk, encoding, done),
    final: (done) => void socket.end(done),
    destroy: (error, done) => {
      // Not before the connection is really gone: undici would take a body that is just being left for one still to be asked for.
      if (socket.closed) return done(error);
      socket.once('close', () => done(error));
      socket.destroy();
    },
  });
  socket.once('error', (error) => wrapping.destroy(error));
  socket.once('close', () => wrapping.destroy());
  // An idle connection must not keep the process alive.
  return Object.assign(wrapping, { ref: () => socket.ref(), unref: () => socket.unref() });
}
