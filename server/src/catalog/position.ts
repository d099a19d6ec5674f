import { hash } from 'node:crypto';

/** 2000-01-01 in UTC. With 41 bits of milliseconds after it, positions reach the year 2069. */
export const EPOCH_MS = 946_684_800_000;
const LAST_MS = 2 ** 41 - 1;
/** Sessions that can begin in one millisecond; 41 + 12 bits is what a JavaScript number holds exactly. */
export const SLOTS = 4096;

/** The lowest rid of that millisecond. Times outside 2000–2069 go to the nearer end. */
export function firstRidAt(positionMs: number): number {
  const milliseconds = Math.min(Math.max(Math.floor(positionMs) - EPOCH_MS, 0), LAST_MS);
  return milliseconds * SLOTS;
}

/** The highest rid of that millisecond. */
export function lastRidAt(positionMs: number): number {
  return firstRidAt(positionMs) + SLOTS - 1;
}

/** The millisecond a rid stands for. */
export function positionOfRid(rid: number): number {
  return Math.floor(rid / SLOTS) + EPOCH_MS;
}

/** The rid a session would like: its millisecond, and within it a place that follows from its id alone. */
export function preferredRid(positionMs: number, zoomId: string): number {
  const place = Number.parseInt(hash('sha256', zoomId, 'hex').slice(0, 4), 16) % SLOTS;
  return firstRidAt(positionMs) + place;
}

/** The UTC month of a position, `2026-11`. */
export function monthOfPosition(positionMs: number): string {
  return new Date(positionMs).toISOString().slice(0, 7);
}
