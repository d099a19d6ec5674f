import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReadRooms, type ReadRoom, type SocketRooms } from './read-rooms.ts';

const smallBytes = 64 * 1024;
const largeBytes = 256 * 1024;

/** A room that was read into up to its end, and into which nothing more is read. */
function fill(rooms: SocketRooms): ReadRoom {
  const room = rooms.take();
  room.filled = room.bytes.length;
  rooms.close(room);
  return room;
}

function sizesOf(rooms: SocketRooms, count: number): number[] {
  return Array.from({ length: count }, () => fill(rooms).bytes.length);
}

test('reads into a room again once all its bytes have come back, and not before', () => {
  const { ofSocket, giveBack } = createReadRooms();
  const rooms = ofSocket();
  const room = rooms.take();
  room.filled = 100;
  giveBack(room.bytes.subarray(0, 100));
  expect(rooms.take().bytes).not.toBe(room.bytes);
  room.filled = 300;
  rooms.close(room);
  giveBack(room.bytes.subarray(200, 300));
  expect(rooms.take().bytes).not.toBe(room.bytes);
  giveBack(room.bytes.subarray(100, 200));
  const again = rooms.take();
  expect(again.bytes).toBe(room.bytes);
  expect(again.filled).toBe(0);
});

test('takes bytes that are not from its rooms without a word', () => {
  const { giveBack } = createReadRooms();
  expect(() => giveBack(Buffer.alloc(10))).not.toThrow();
});

test('gives large rooms to an answer that pours, and small ones to the next', () => {
  const rooms = createReadRooms().ofSocket();
  expect(new Set(sizesOf(rooms, 8))).toEqual(new Set([smallBytes]));
  expect(fill(rooms).bytes.length).toBe(largeBytes);
  rooms.begin();
  expect(fill(rooms).bytes.length).toBe(smallBytes);
});

test('lets a reader who stopped keep four large rooms and no more', () => {
  const rooms = createReadRooms().ofSocket();
  const sizes = sizesOf(rooms, 40);
  expect(sizes.filter((size) => size === largeBytes)).toHaveLength(4);
});

test('has 64 large rooms for all sockets, which a socket that leaves frees for others', () => {
  const { ofSocket } = createReadRooms();
  const sockets = Array.from({ length: 40 }, ofSocket);
  const sizes = sockets.flatMap((rooms) => sizesOf(rooms, 20));
  expect(sizes.filter((size) => size === largeBytes)).toHaveLength(64);
  sockets[0]?.leave();
  const late = ofSocket();
  expect(sizesOf(late, 20).filter((size) => size === largeBytes)).toHaveLength(4);
});

test('never hands out room whose bytes somebody still holds, in whatever order they come back', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('read' as const), bytes: fc.integer({ min: 1, max: 70_000 }) }),
    fc.record({ kind: fc.constant('giveBack' as const), which: fc.nat(50) }),
    fc.record({ kind: fc.constant('lose' as const), which: fc.nat(50) }),
    fc.constant({ kind: 'begin' as const }),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 300 }), (steps) => {
      const { ofSocket, giveBack } = createReadRooms();
      const rooms = ofSocket();
      const held: { piece: Buffer; mark: number }[] = [];
      let room = rooms.take();
      let mark = 0;
      for (const next of steps) {
        if (next.kind === 'begin') rooms.begin();
        else if (next.kind === 'read') {
          const from = room.filled;
          room.filled = Math.min(room.bytes.length, from + next.bytes);
          mark = (mark + 1) % 256;
          held.push({ piece: room.bytes.subarray(from, room.filled).fill(mark), mark });
          if (room.filled === room.bytes.length) {
            rooms.close(room);
            room = rooms.take();
          }
        } else {
          const [gone] = held.splice(next.which % (held.length || 1), 1);
          if (gone && next.kind === 'giveBack') giveBack(gone.piece);
        }
        for (const { piece, mark: own } of held) expect([piece[0], piece.at(-1)]).toEqual([own, own]);
      }
    }),
  );
});
