import type { SimulatedAccount, SimulatedSession } from './account.ts';
import { createRandom } from './random.ts';
import { volumeAccount } from './volume-account.ts';

const ADJECTIVES =
  'amber azure bold brisk calm clear crisp early fair fresh gentle green keen light lively lucid merry mild neat noble orange proud quick quiet rapid royal sharp silver smart smooth solid stable steady sunny swift tidy warm young';
const NOUNS =
  'onboarding standup review triage orchid retro demo planning support lesson interview webinar training sync check class clinic consult coaching briefing workshop tutoring kickoff handover audit design refinement';

/** Readers are at a few months at the same time; making one anew for each page would cost more than answering it. */
const MOST_MONTHS_HELD = 6;

/**
 * Sessions spread evenly over the months that end with `lastMonth` (`yyyy-mm`), far more than fit in memory: the ones of
 * a month are made when that month is listed, the same each time. Only listing knows them. Names are two words, a few of
 * them very common, and a number: `steady standup 0412`.
 */
export function volumeLibrary(options: {
  sessions: number;
  months: number;
  lastMonth: string;
  filesPerSession?: number;
}): SimulatedAccount {
  const { sessions, months, lastMonth, filesPerSession = 4 } = options;
  const newest = monthIndex(lastMonth);
  const made = new Map<number, SimulatedSession[]>();

  function monthOf(index: number): SimulatedSession[] {
    const known = made.get(index);
    if (known) return known;
    if (made.size >= MOST_MONTHS_HELD) made.clear();
    const sessionsOfMonth = make(index);
    made.set(index, sessionsOfMonth);
    return sessionsOfMonth;
  }

  function make(index: number): SimulatedSession[] {
    const age = newest - index;
    const count = age >= 0 && age < months ? share(sessions, { months, age }) : 0;
    if (count === 0) return [];
    const month = volumeAccount({ sessions: count, month: toMonth(index), filesPerSession, seed: index });
    const random = createRandom(index);
    return month.sessions.map((session) => ({ ...session, session_name: name(random) }));
  }

  return {
    sessions: [],
    between(from, to) {
      const found: SimulatedSession[] = [];
      for (let index = monthIndex(to); index >= monthIndex(from); index -= 1) found.push(...monthOf(index));
      return found;
    },
  };
}

/** So many of all sessions are in the month of that age: each the same number, give or take one. */
function share(sessions: number, { months, age }: { months: number; age: number }): number {
  return Math.floor(((age + 1) * sessions) / months) - Math.floor((age * sessions) / months);
}

/** Squaring makes the first words of a list common and its last ones rare. */
function name(random: ReturnType<typeof createRandom>): string {
  const pick = (words: string[]) => words[Math.floor(random.next() ** 2 * words.length)];
  const number = String(random.integer(0, 9999)).padStart(4, '0');
  return `${pick(ADJECTIVES.split(' '))} ${pick(NOUNS.split(' '))} ${number}`;
}

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function toMonth(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
