import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fault } from '../src/simulator/fault.ts';
import { someSessions, startChanges, targetsOf } from './start-changes.ts';
import { until } from './until.ts';

let matinee: Awaited<ReturnType<typeof startChanges>>;
beforeEach(async () => {
  matinee = await startChanges({ sessions: someSessions(6) });
});
afterEach(() => matinee.stop());

const lay = (fault: Fault, times = 1) => matinee.simulator.faults.add('api-change', fault, { times });
const done = { state: 'done', counts: { done: 1, failed: 0, unknown: 0 } };

/** Puts the first session, or its first file, into the trash and forgets the calls that took. */
async function throwAway(fileId?: string): Promise<void> {
  const [session] = targetsOf(0);
  await matinee.change({ action: 'trash', items: [fileId ? { ...session, fileId } : session] });
  matinee.simulator.log.length = 0;
}

async function deleteForGood(items: unknown[]) {
  const { body } = await matinee.post('/api/previews', { items });
  return matinee.change({ action: 'delete', items, preview: { id: body.id, typed: body.typed } });
}

test('a lost answer to a change that was made is read back, and nothing is sent again (D3)', async () => {
  lay({ kind: 'apply-then-drop' });
  const { change, items } = await matinee.change({ action: 'trash', items: targetsOf(0) });
  expect(change).toMatchObject(done);
  expect(items[0]).toMatchObject({ state: 'done', problem: null });
  expect(matinee.calls()).toEqual(['DELETE zoom-0 trash 0']);
  expect(await matinee.names('session_recordings')).toEqual(['lesson 0']);
});

test('the same for what comes back, and for single files', async () => {
  await throwAway();
  lay({ kind: 'apply-then-drop' });
  expect((await matinee.change({ action: 'restore', items: targetsOf(0) })).change).toMatchObject(done);
  expect(matinee.calls()).toEqual(['PUT zoom-0 recover 0']);
  const file = { ...targetsOf(1)[0], fileId: 'zoom-1-a' };
  for (const action of ['trash', 'restore']) {
    lay({ kind: 'apply-then-drop' });
    expect((await matinee.change({ action, items: [file] })).change).toMatchObject(done);
  }
  expect(matinee.calls()).toHaveLength(3);
});

test.each([
  ['reset before anything was done', { kind: 'refuse' }],
  ['answered by a broken gateway', { kind: 'status', status: 502 }],
  ['answered with a page of HTML', { kind: 'html' }],
] as [string, Fault][])(
  'a call %s is made again once Zoom said that nothing was done',
  async (_how, fault) => {
    lay(fault);
    expect((await matinee.change({ action: 'trash', items: targetsOf(0) })).change).toMatchObject(done);
    expect(matinee.calls().filter((call) => call.endsWith(' 204'))).toHaveLength(1);
    expect(matinee.calls()).toHaveLength(2);
  },
);

test.each(['apply-then-drop', 'refuse'] as const)(
  'a lost answer to a deletion is read back from both lists before anything (%s)',
  async (kind) => {
    await throwAway();
    lay({ kind });
    expect((await deleteForGood(targetsOf(0))).change).toMatchObject(done);
    const order = matinee.simulator.log
      .filter(({ path }) => path.startsWith('/v2'))
      .map(({ method, query }) => (method === 'GET' && query.trash ? 'TRASH' : method));
    const again = kind === 'refuse' ? ['GET', 'DELETE'] : [];
    expect(order).toEqual(['GET', 'DELETE', 'GET', 'TRASH', ...again]);
    expect(matinee.simulator.account.sessions).toHaveLength(5);
  },
);

test('a lost answer to the deletion of a file is read back from the trash of files (D3)', async () => {
  await throwAway('zoom-0-a');
  lay({ kind: 'apply-then-drop' });
  const file = { ...targetsOf(0)[0], fileId: 'zoom-0-a' };
  expect((await deleteForGood([file])).change).toMatchObject(done);
  expect(matinee.calls()).toEqual(['DELETE zoom-0/zoom-0-a delete 0']);
  expect(await matinee.names('recording_file')).toEqual([]);
});

test('what somebody has restored elsewhere is not deleted, whatever the catalog believes', async () => {
  await throwAway();
  const { body } = await matinee.post('/api/previews', { items: targetsOf(0) });
  delete matinee.simulator.account.sessions.find(({ session_id }) => session_id === 'zoom-0')?.trashed_at;
  const preview = { id: body.id, typed: body.typed };
  const { items } = await matinee.change({ action: 'delete', items: targetsOf(0), preview });
  expect(items[0]).toMatchObject({ state: 'failed', problem: { type: '/problems/recording-not-in-trash' } });
  expect(matinee.calls()).toEqual([]);
});

test.each([
  [{ kind: 'permission-denied' }, '/problems/change-refused'],
  [{ kind: 'status', status: 404, body: { code: 3301, message: 'none' } }, '/problems/not-found'],
  [{ kind: 'status', status: 400, body: { code: 3303, message: 'busy' } }, '/problems/recording-processing'],
  [{ kind: 'status', status: 400, body: { code: 3309, message: 'full' } }, '/problems/storage-full'],
] as [Fault, string][])(
  'a refusal is told with its reason, also one that hides in a 200 (D7)',
  async (fault, type) => {
    lay(fault);
    const { change, items } = await matinee.change({ action: 'trash', items: targetsOf(0, 1) });
    expect(change.counts).toMatchObject({ done: 1, failed: 1 });
    expect(items.find(({ state }) => state === 'failed')).toMatchObject({ problem: { type } });
    expect(matinee.calls()).toHaveLength(2);
  },
);

test('what was thrown away elsewhere leaves the list once Zoom was asked for it', async () => {
  const [session] = matinee.simulator.account.sessions.filter(({ session_id }) => session_id === 'zoom-0');
  Object.assign(session ?? {}, { trashed_at: new Date().toISOString() });
  const { items } = await matinee.change({ action: 'trash', items: targetsOf(0) });
  expect(items[0]).toMatchObject({ state: 'failed', problem: { type: '/problems/not-found' } });
  await until(async () => !(await matinee.names('live')).includes('lesson 0'), 20_000);
});

test('too many calls and a refused key hold the change, and it goes on by itself', async () => {
  lay({ kind: 'rate-limit', per: 'second' });
  const accepted = await matinee.submit({ action: 'trash', items: targetsOf(0, 1, 2) });
  const { id } = accepted.body;
  await until(async () => (await matinee.get(`/api/changes/${id}`)).body.state !== 'running');
  expect((await matinee.get(`/api/changes/${id}`)).body).toMatchObject({
    state: 'waiting',
    problem: { type: '/problems/zoom-rate-limited' },
  });
  expect(await matinee.ended(id)).toMatchObject({ counts: { done: 3, failed: 0 } });
  expect(matinee.calls().filter((call) => call.endsWith(' 204'))).toHaveLength(3);
});

test('500 at once, of which Zoom refuses every third: each is in one bucket, and none was missed (D4)', async () => {
  const sessions = someSessions(500);
  const large = await startChanges({ sessions });
  const refused = (path: string) => Number(/zoom-(\d+)/.exec(path)?.[1]) % 10 < 3;
  large.simulator.faults.add(
    'api-change',
    { kind: 'permission-denied' },
    { when: ({ decodedPath }) => refused(decodedPath) },
  );
  const all = targetsOf(...sessions.keys());
  const { change, items } = await large.change({ action: 'trash', items: all });
  expect(change.counts).toEqual({ total: 500, queued: 0, done: 350, failed: 150, unknown: 0, cancelled: 0 });
  expect(items.map(({ index, state }) => [index, state])).toEqual(
    all.map((_target, n) => [n, n % 10 < 3 ? 'failed' : 'done']),
  );
  expect(large.calls()).toHaveLength(500);
  expect(await large.names('live')).toHaveLength(150);
  const results = await Promise.all(['done', 'failed', 'sent'].map((result) => countAudit(large, result)));
  expect(results).toEqual([350, 150, 0]);
  await large.stop();
}, 120_000);

async function countAudit(at: typeof matinee, result: string): Promise<number> {
  let count = 0;
  for (let cursor: string | null = ''; cursor !== null; ) {
    const place: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await at.get(`/api/audit?result=${result}&limit=300${place}`);
    count += body.entries.length;
    cursor = body.nextCursor;
  }
  return count;
}
