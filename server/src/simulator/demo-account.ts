import { createAccount, type SimulatedAccount, type SimulatedSession } from './account.ts';
import { demoQuirks } from './demo-quirks.ts';
import { createDemoSession } from './demo-session.ts';
import { trashSome } from './demo-trash.ts';
import { createRandom, type Random } from './random.ts';
import { createRoomSession } from './room-session.ts';

const SEED = 20_260_412;
const MONTHS = 14;
const SESSIONS = 1500;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The account that opens when there are no credentials: 14 calendar months of a telehealth-and-tutoring product
 * that grows, told relative to `now` (ms). The same `now` gives the same account. Reads server/demo-media for the
 * true sizes of the files.
 */
export function createDemoAccount({ now }: { now: number }): SimulatedAccount {
  const random = createRandom(SEED);
  const starts = planStarts(now, random);
  const sessions: SimulatedSession[] = starts.map((startMs) => createDemoSession({ startMs, random }));
  const yesterday = Math.floor(now / DAY_MS) * DAY_MS - DAY_MS;
  const room = createRoomSession({ startMs: yesterday + 9.5 * HOUR_MS, random: createRandom(SEED + 1) });
  return createAccount([...trashSome(sessions, { now, random }), ...demoQuirks({ now, random }), room]);
}

/** Start times in ms, newest first: more from month to month, on working days, in office hours. */
function planStarts(now: number, random: Random): number[] {
  const today = new Date(now);
  const firstMs = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - MONTHS + 1, 1);
  const starts: number[] = [];
  while (starts.length < SESSIONS) {
    // The square root bends even chances into steady growth; the shift gives the first month something too.
    const share = Math.sqrt(0.09 + 0.91 * random.next());
    const startMs = atOfficeHour(firstMs + ((share - 0.3) / 0.7) * (now - firstMs), random);
    if (startMs < now - 40 * 60_000 && isWorked(startMs, random)) starts.push(startMs);
  }
  return starts.sort((a, b) => b - a);
}

/** Moves a moment into the working day: most between 8 and 18 UTC, tutoring goes on into the evening. */
function atOfficeHour(ms: number, random: Random): number {
  const hour = random.chance(0.85) ? 8 + 9.5 * random.next() : 17 + 4 * random.next();
  return Math.floor(ms / DAY_MS) * DAY_MS + Math.floor(hour * 3600) * 1000;
}

function isWorked(ms: number, random: Random): boolean {
  const weekday = new Date(ms).getUTCDay();
  return (weekday !== 0 && weekday !== 6) || random.chance(0.12);
}
