import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { until } from '../../test/until.ts';
import { createGatheredEvents, type FollowMany } from './gathered-events.ts';
import type { KeptEvent } from './inbox.ts';

const pauses = { quiet: 20, longest: 200, again: 20, settled: 20 };
let stop = () => {};
afterEach(() => stop());

function eventOf(zoomId: string): KeptEvent {
  return { key: `key ${zoomId}`, name: 'session.recording_trashed', zoomId, receivedMs: 0 };
}

function start(followMany: FollowMany, waits = pauses) {
  const ended: string[] = [];
  const alone: string[] = [];
  const gathered = createGatheredEvents({
    inbox: {
      keep: async () => true,
      waiting: async () => [],
      end: async (key) => void ended.push(key),
    },
    followMany,
    followAlone: ({ zoomId }) => void alone.push(zoomId),
    log: pino({ level: 'silent' }),
    now: Date.now,
    pauses: waits,
  });
  stop = gathered.stop;
  return { gathered, ended, alone };
}

const idsOf = (events: readonly KeptEvent[]) => events.map(({ zoomId }) => zoomId);

test('what comes together is read together, and is ended when it was read, not before', async () => {
  const read: string[][] = [];
  let finish = () => {};
  const isRead = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { gathered, ended } = start(async (events) => {
    read.push(idsOf(events));
    await isRead;
    return new Set();
  });
  for (const id of ['a', 'b', 'c']) gathered.add(eventOf(id));
  await until(() => read.length === 1);
  // Told after the reading began: it needs another one.
  gathered.add(eventOf('d'));
  expect(ended).toEqual([]);
  finish();
  await until(() => ended.length === 4);
  expect(read).toEqual([['a', 'b', 'c'], ['d']]);
});

test('while news keeps coming it is read now and then', async () => {
  let readings = 0;
  const { gathered } = start(async () => {
    readings += 1;
    return new Set<string>();
  });
  const news = setInterval(() => gathered.add(eventOf('a')), 5);
  await until(() => readings >= 2);
  clearInterval(news);
});

test('what Zoom could not tell now is asked again, and nothing of it is ended before', async () => {
  const read: string[][] = [];
  const { gathered, ended } = start(async (events) => {
    read.push(idsOf(events));
    if (read.length === 1) throw new Error('not now');
    return new Set();
  });
  gathered.add(eventOf('a'));
  await until(() => read.length === 2);
  expect(read).toEqual([['a'], ['a']]);
  await until(() => ended.length === 1);
});

test('a session that is not where it was said to be is looked into by itself', async () => {
  const { gathered, ended, alone } = start(async () => new Set(['b']));
  gathered.add(eventOf('a'));
  gathered.add(eventOf('b'));
  await until(() => alone.length === 1);
  expect({ alone, ended }).toEqual({ alone: ['b'], ended: ['key a'] });
});
