import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAll, someSessions, startChanges, targetsOf } from './start-changes.ts';
import { until } from './until.ts';

const SESSIONS = 20;
const numbers = Array.from({ length: SESSIONS }, (_, n) => n);
const off = { MATINEE_ALLOW_CHANGES: '0' };
const on = { MATINEE_ALLOW_CHANGES: '1', ZOOM_RATE_LIGHT: '1000' };

let matinee: Awaited<ReturnType<typeof startChanges>>;
let id: string;

/** A change is open: some of it is done, and one call has left whose answer will not come before the end. */
beforeEach(async () => {
  matinee = await startChanges({ sessions: someSessions(SESSIONS), settings: { ZOOM_RATE_LIGHT: '2' } });
  const isFirst = { when: ({ decodedPath }: { decodedPath: string }) => decodedPath.includes('zoom-0/') };
  matinee.simulator.faults.add('api-change', { kind: 'latency', ms: 600_000 }, { ...isFirst, times: 1 });
  const { body } = await matinee.submit({ action: 'trash', items: targetsOf(...numbers) });
  id = body.id;
  await until(async () => (await change()).counts.done > 0);
});
afterEach(() => matinee.stop());

const change = async () => (await matinee.get(`/api/changes/${id}`)).body;
const audit = async () => (await matinee.get('/api/audit?limit=300')).body.entries;
/** What was asked of Zoom about single sessions: calls that change, and questions where they are. */
const asked = () =>
  matinee.simulator.log.filter(({ decodedPath }) => decodedPath.includes('/sessions/')).length;
const stopped = {
  state: 'paused',
  endedAt: null,
  problem: { type: '/problems/changes-off', detail: expect.stringContaining('MATINEE_ALLOW_CHANGES=1') },
};

test('turned off while a change is open, nothing more is sent to Zoom, and the change says why it stands', async () => {
  await matinee.restart(off);
  const before = { asked: asked(), change: await change(), audit: await audit() };
  expect(before.change).toMatchObject(stopped);
  const { done, queued } = before.change.counts;
  expect(done).toBeGreaterThan(0);
  expect(done + queued).toBe(SESSIONS);
  const { body } = await matinee.get(`/api/changes/${id}/items?state=queued`);
  expect(body.items).toHaveLength(queued);
  for (const action of ['resume', 'cancel']) {
    const refused = await matinee.post(`/api/changes/${id}/steer`, { action });
    expect(refused).toMatchObject({ status: 403, body: { type: '/problems/changes-off' } });
  }
  // Zoom is asked for lists all the while: had anything of the change been left to do, it would have been done.
  await readAll(matinee);
  expect(asked()).toBe(before.asked);
  expect(await change()).toEqual(before.change);
  const refusals = (entry: { result: string }) => entry.result !== 'refused';
  expect((await audit()).filter(refusals)).toEqual(before.audit);
  expect((await matinee.get('/api/changes')).body.changes).toEqual([before.change]);
});

test('turned on again, it comes forward by itself: each session once, and the lost call is read back', async () => {
  await matinee.restart(off);
  await matinee.restart(on);
  expect(await matinee.ended(id)).toMatchObject({ state: 'done', problem: null, counts: { done: SESSIONS } });
  const paths = matinee.calls().map((call) => call.split(' ')[1]);
  expect(paths.toSorted()).toEqual(numbers.map((n) => `zoom-${n}`).toSorted());
  expect(await matinee.names('session_recordings')).toHaveLength(SESSIONS);
});

test('what a person had paused says so too, and waits for that person when changes are on again', async () => {
  await matinee.post(`/api/changes/${id}/steer`, { action: 'pause' });
  await matinee.restart(off);
  expect(await change()).toMatchObject(stopped);
  await matinee.restart(on);
  expect(await change()).toMatchObject({ state: 'paused', problem: null });
  await matinee.post(`/api/changes/${id}/steer`, { action: 'resume' });
  expect(await matinee.ended(id)).toMatchObject({ state: 'done', counts: { done: SESSIONS } });
});
