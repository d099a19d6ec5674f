import type { OnReadOpts, Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { ReadRoom, ReadRooms } from './read-rooms.ts';

/** As much as one TLS record brings; a read into less room would tear it. */
const RECORD_BYTES = 16 * 1024;

/**
 * Makes a socket hand on what it received in large pieces. TLS gives one record of 16 KiB after another, and each costs its
 * own allocation, event and write on its long way to a reader; here records are read one behind another into the same
 * room, and go on together once in a turn of the event loop. Nothing of a body is copied.
 *
 * Give `onread` to `connect`, then wrap the socket before anything is sent on it.
 */
export function createLargeReads(allRooms: ReadRooms): {
  onread: OnReadOpts;
  wrap: (socket: Socket) => Duplex;
} {
  const rooms = allRooms.ofSocket();
  let room = rooms.take();
  let start = 0;
  let turn: NodeJS.Immediate | undefined;
  let handOn: (piece: Buffer) => void = () => {};

  const flush = () => {
    clearImmediate(turn);
    turn = undefined;
    const piece = room.bytes.subarray(start, room.filled);
    start = room.filled;
    if (piece.length > 0) handOn(piece);
  };
  const onread: OnReadOpts = {
    buffer: () => {
      if (room.bytes.length - room.filled < RECORD_BYTES) {
        flush();
        rooms.close(room);
        room = rooms.take();
        start = 0;
      }
      return restOf(room);
    },
    callback: (bytes) => {
      room.filled += bytes;
      turn ??= setImmediate(flush);
      return true;
    },
  };
  const wrap = (socket: Socket): Duplex => {
    const head = createHeadCopier(allRooms);
    const onRequest = () => {
      rooms.begin();
      head.expect();
    };
    const wrapped = createWrapping(socket, onRequest);
    handOn = (piece) => {
      const isWelcome = head.split(piece).reduce((_last, part) => wrapped.push(part), true);
      if (!isWelcome) socket.pause();
    };
    socket.once('close', () => {
      rooms.close(room);
      rooms.leave();
    });
    socket.once('end', () => {
      flush();
      wrapped.push(null);
    });
    return wrapped;
  };
  return { onread, wrap };
}

/** The room that is left. Records are of one size, so the same few views serve again and again. */
function restOf({ bytes, filled, rests }: ReadRoom): Buffer {
  const record = filled / RECORD_BYTES;
  if (!Number.isInteger(record)) return bytes.subarray(filled);
  rests[record] ??= bytes.subarray(filled);
  return rests[record];
}

/** Heads are copied, so that their bytes can be given back here: nobody who reads a body ever sees them. */
function createHeadCopier({ giveBack }: ReadRooms) {
  let isExpected = false;
  return {
    /** What comes next begins with a head. */
    expect(): void {
      isExpected = true;
    },
    /** The head, if there is one, and what follows it. More may be taken for the head than is: a copy does no harm. */
    split(piece: Buffer): Buffer[] {
      if (!isExpected) return [piece];
      const blankLine = piece.indexOf('\r\n\r\n');
      const end = blankLine < 0 ? piece.length : blankLine + 4;
      isExpected = blankLine < 0;
      const parts = [Buffer.from(piece.subarray(0, end)), piece.subarray(end)];
      giveBack(piece.subarray(0, end));
      return parts.filter((part) => part.length > 0);
    },
  };
}

/** A stream that writes to a socket, ends with it and breaks with it; what it reads is pushed from outside. */
function createWrapping(socket: Socket, onRequest: () => void): Duplex {
  const wrapping = new Duplex({
    // Piece by piece: several that have piled up would be copied into one.
    readableObjectMode: true,
    readableHighWaterMark: 1,
    read: () => void socket.resume(),
    write: (chunk, encoding, done) => {
      onRequest();
      socket.write(chunk, encoding, done);
    },
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
