/** Room for a seek, and all that a socket reads into when there is nothing else to be had. */
const SMALL_BYTES = 64 * 1024;
/** Room for a download: a quarter of the reads and writes, each of which wakes another process. */
const LARGE_BYTES = 256 * 1024;
/** An answer that has filled so many small rooms pours. */
const FILLED_FIRST = 8;
/** Large rooms of one socket, and of all together (16 MiB): readers who stopped in mid-download keep hold of what they have not taken. */
const MOST_LARGE_EACH = 4;
const MOST_LARGE = 64;
/** Rooms of each size that lie ready (4 MiB of each). */
const READY_SMALL = 64;
const READY_LARGE = 16;

/** Room that a socket reads into, from its beginning to its end, once. */
export interface ReadRoom {
  readonly bytes: Buffer;
  /** Bytes of it that have been read into. */
  filled: number;
  /** Views of its end that whoever reads into it has made, to have them again. */
  readonly rests: Buffer[];
}

/** The rooms of one socket. */
export interface SocketRooms {
  /** Room to read into. */
  take(): ReadRoom;
  /** Nothing more is read into this room. */
  close(room: ReadRoom): void;
  /** Another answer begins, which may be a short one. */
  begin(): void;
  /** The socket is gone. */
  leave(): void;
}

export interface ReadRooms {
  ofSocket(): SocketRooms;
  /**
   * Whoever took these bytes needs them no more, and nobody else does: once all bytes of a room have come back it is read into
   * again. Bytes that never come back, or are not from here, cost nothing but their memory. The same bytes must not be
   * given back twice: another reader's would be written over.
   */
  giveBack(bytes: Uint8Array): void;
}

/** Who reads into large rooms: one answer of one socket. */
interface Holder {
  large: number;
  isGone: boolean;
}

interface KnownRoom extends ReadRoom {
  givenBack: number;
  isClosed: boolean;
  /** Null for a small room. */
  holder: Holder | null;
}

/**
 * Rooms that are read into again and again. A new one for each read would be memory that only the garbage collector can free:
 * it would run all the time, and take as long as decrypting does.
 */
export function createReadRooms(): ReadRooms {
  const known = new WeakMap<ArrayBufferLike, KnownRoom>();
  const small: KnownRoom[] = [];
  const large: KnownRoom[] = [];
  let allLarge = 0;

  function make(sizeBytes: number): KnownRoom {
    const bytes = Buffer.allocUnsafeSlow(sizeBytes);
    const room = { bytes, filled: 0, givenBack: 0, isClosed: false, rests: [], holder: null };
    known.set(bytes.buffer, room);
    return room;
  }

  function rest(room: KnownRoom): void {
    if (!room.isClosed || room.givenBack !== room.filled) return;
    const { holder } = room;
    if (!holder) return void (small.length < READY_SMALL && small.push(room));
    if (!holder.isGone) {
      holder.large -= 1;
      allLarge -= 1;
    }
    if (large.length < READY_LARGE) large.push(room);
  }

  function ofSocket(): SocketRooms {
    let holder: Holder = { large: 0, isGone: false };
    let taken = 0;

    function takeLarge(): KnownRoom | undefined {
      if (taken <= FILLED_FIRST || holder.large === MOST_LARGE_EACH || allLarge === MOST_LARGE) return;
      holder.large += 1;
      allLarge += 1;
      return Object.assign(large.pop() ?? make(LARGE_BYTES), { holder });
    }
    /** Rooms that have not come back yet may never do so. */
    function leave(): void {
      allLarge -= holder.large;
      holder.isGone = true;
      holder = { large: 0, isGone: false };
      taken = 0;
    }
    return {
      take() {
        taken += 1;
        const room = takeLarge() ?? small.pop() ?? make(SMALL_BYTES);
        return Object.assign(room, { filled: 0, givenBack: 0, isClosed: false });
      },
      close(room) {
        const closed = known.get(room.bytes.buffer);
        if (!closed) return;
        closed.isClosed = true;
        rest(closed);
      },
      begin: leave,
      leave,
    };
  }

  return {
    ofSocket,
    giveBack(bytes) {
      const room = known.get(bytes.buffer);
      if (!room) return;
      room.givenBack += bytes.length;
      rest(room);
    },
  };
}
