import { afterEach, beforeEach, expect, test } from 'vitest';
import { someSessions, startChanges, targetsOf } from './start-changes.ts';
import { until } from './until.ts';

let matinee: Awaited<ReturnType<typeof startChanges>>;
const start = async (settings: Record<string, string> = {}) => {
  matinee = await startChanges({ sessions: someSessions(40), settings });
};
beforeEach(() => start());
afterEach(() => matinee.stop());

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

test('the same wish a hundred times at once, and once more later, is one change and one call each (D2, V-27)', async () => {
  const wish = { action: 'trash', items: targetsOf(0, 1) };
  const answers = await Promise.all(range(0, 100).map(() => matinee.submit(wish, 'one-key')));
  const first = answers[0];
  expect(first?.status).toBe(202);
  expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
    answers.map(() => ({ status: 202, body: first?.body })),
  );
  await matinee.ended(first?.body.id);
  expect((await matinee.submit(wish, 'one-key')).body).toEqual(first?.body);
  expect(matinee.calls().sort()).toEqual(['DELETE zoom-0 trash 204', 'DELETE zoom-1 trash 204']);
});

test('ten equal deletions use their preview up once, and are all answered alike (D1, D2)', async () => {
  await matinee.change({ action: 'trash', items: targetsOf(0) });
  const { body } = await matinee.post('/api/previews', { items: targetsOf(0) });
  const wish = { action: 'delete', items: targetsOf(0), preview: { id: body.id, typed: body.typed } };
  const answers = await Promise.all(range(0, 10).map(() => matinee.submit(wish, 'gone')));
  expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
  await matinee.ended(answers[0]?.body.id);
  expect(matinee.calls().filter((call) => call.includes('delete'))).toHaveLength(1);
});

test('the same key with another body is refused, whichever comes first (D2)', async () => {
  const wishes = range(0, 10).map((n) => ({ action: 'trash', items: targetsOf(n) }));
  const answers = await Promise.all(wishes.map((wish) => matinee.submit(wish, 'shared')));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([202, ...range(0, 9).map(() => 422)]);
  expect(answers.find(({ status }) => status === 422)?.body.type).toBe('/problems/key-used-otherwise');
});

test.each([
  ['without any', undefined],
  ['with an unknown one', { id: 'none', typed: 'delete 1' }],
])('nothing is deleted for good %s of the previews (D1)', async (_how, preview) => {
  await matinee.change({ action: 'trash', items: targetsOf(0) });
  const answer = await matinee.submit({ action: 'delete', items: targetsOf(0), preview });
  expect([400, 409]).toContain(answer.status);
  expect(matinee.calls().filter((call) => call.includes('delete'))).toEqual([]);
});

test('a preview is good once, for its own list, in its own words (D1)', async () => {
  await matinee.change({ action: 'trash', items: targetsOf(0, 1) });
  const preview = async (items = targetsOf(0)) => (await matinee.post('/api/previews', { items })).body;
  const refused = { status: 409, body: { type: '/problems/preview-refused' } };
  const wish = (id: string, { items = targetsOf(0), typed = 'delete 1' } = {}) =>
    matinee.submit({ action: 'delete', items, preview: { id, typed } });

  expect(await wish((await preview()).id, { items: targetsOf(1) })).toMatchObject(refused);
  expect(await wish((await preview()).id, { items: targetsOf(0, 1) })).toMatchObject(refused);
  expect(await wish((await preview(targetsOf(0, 1))).id)).toMatchObject(refused);
  expect(await wish((await preview()).id, { typed: 'delete 2' })).toMatchObject(refused);
  expect(await wish((await preview()).id, { typed: 'DELETE' })).toMatchObject(refused);
  const misused = (await preview()).id;
  expect(await wish(misused, { typed: 'yes' })).toMatchObject(refused);
  expect(await wish(misused)).toMatchObject(refused);
  const { id } = await preview();
  expect((await wish(id)).status).toBe(202);
  expect(await wish(id)).toMatchObject(refused);
  await until(() => matinee.calls().some((call) => call.includes('delete')));
  expect(matinee.calls().filter((call) => call.includes('delete'))).toEqual(['DELETE zoom-0 delete 204']);
});

test('what is live has no preview', async () => {
  const { body } = await matinee.post('/api/previews', { items: targetsOf(0) });
  expect(body).toMatchObject({
    id: null,
    typed: null,
    items: [],
    refused: [{ sessionId: targetsOf(0)[0]?.sessionId }],
  });
});

test('a change can be paused, goes on when it is told so, and its rest can be cancelled', async () => {
  await matinee.stop();
  await start({ ZOOM_RATE_LIGHT: '20' });
  const { body } = await matinee.submit({ action: 'trash', items: targetsOf(...range(0, 40)) });
  const steer = (action: string) => matinee.post(`/api/changes/${body.id}/steer`, { action });
  const doneNow = async () => (await matinee.get(`/api/changes/${body.id}`)).body.counts.done;
  await until(async () => (await doneNow()) > 2);
  expect((await steer('pause')).body).toMatchObject({ state: 'paused', endedAt: null });
  await until(
    () =>
      matinee.calls().length > 0 &&
      matinee.simulator.log.every(({ isClosed, path }) => isClosed || !path.includes('zoom-')),
  );
  const paused = matinee.calls().length;
  expect(paused).toBeLessThan(40);
  expect((await matinee.get('/api/sessions?month=2026-03')).status).toBe(200);
  expect((await steer('resume')).body.state).toBe('running');
  await until(async () => (await doneNow()) > paused);
  expect((await steer('cancel')).body.state).toBe('cancelled');
  const change = await matinee.ended(body.id);
  const { done, cancelled, queued } = change.counts;
  expect({ state: change.state, queued, sum: done + cancelled }).toEqual({
    state: 'cancelled',
    queued: 0,
    sum: 40,
  });
  expect(matinee.calls()).toHaveLength(done);
  expect(await steer('resume')).toMatchObject({ status: 409, body: { type: '/problems/change-over' } });
});

test('an undo in the midst of a change cancels its rest and brings back what was done', async () => {
  await matinee.stop();
  await start({ ZOOM_RATE_LIGHT: '30' });
  const { body } = await matinee.submit({ action: 'trash', items: targetsOf(...range(0, 40)) });
  await until(async () => (await matinee.get(`/api/changes/${body.id}`)).body.counts.done > 2);
  const { change } = await matinee.change({ action: 'restore', undo: body.id });
  const first = (await matinee.get(`/api/changes/${body.id}`)).body;
  expect(first.state).toBe('cancelled');
  expect(change.counts.done).toBe(first.counts.done);
  expect(await matinee.names('live')).toHaveLength(40);
});

test('what two changes want of one recording is done in the order they were asked for', async () => {
  await matinee.stop();
  await start({ ZOOM_RATE_LIGHT: '5' });
  const large = (await matinee.submit({ action: 'trash', items: targetsOf(...range(0, 39)) })).body.id;
  await until(async () => (await matinee.names('session_recordings')).length > 0);
  const [first] = await matinee.names('session_recordings');
  const items = targetsOf(Number(first?.split(' ')[1]));
  const restore = (await matinee.submit({ action: 'restore', items })).body.id;
  const again = (await matinee.submit({ action: 'trash', items: targetsOf(39) })).body.id;
  for (const small of [restore, again]) expect((await matinee.ended(small)).counts.done).toBe(1);
  // A small change does not wait for a large one to end.
  expect((await matinee.get(`/api/changes/${large}`)).body.endedAt).toBeNull();
  await matinee.post(`/api/changes/${large}/steer`, { action: 'cancel' });
  await matinee.ended(large);
  expect(await matinee.names('live')).toContain(first);
});
