import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccount, simulatedFile, simulatedSession } from './account.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { ask, change, list } from './test-caller.ts';

const now = Date.parse('2026-03-15T12:00:00Z');
const content = { kind: 'synthetic', seed: 1, sizeBytes: 1000 } as const;
const oddId = '/l6C//oq19+9N2gyE932kQ==';
const odd = encodeURIComponent(encodeURIComponent(oddId));
const recover = { action: 'recover' };
let simulator: Simulator;

beforeEach(async () => {
  const file = (id: string, status = 'completed') =>
    simulatedFile({ id, recording_type: 'gallery_view', content, status });
  const session = (id: string, files = [file(`${id}-a`), file(`${id}-b`)]) =>
    simulatedSession({ session_id: id, start_time: '2026-03-01T00:00:00Z', recording_files: files });
  const data = createAccount([
    session('plain'),
    session(oddId, [file('odd-a')]),
    session('unready', [file('u', 'processing')]),
  ]);
  simulator = await startSimulator({ data, now: () => now, rates: 'unlimited' });
});
afterEach(() => simulator.stop());

const remove = (path: string) => change(simulator, { method: 'DELETE', path: `/videosdk/sessions/${path}` });
const put = (path: string, body: unknown) =>
  change(simulator, { method: 'PUT', path: `/videosdk/sessions/${path}`, body });
const idsOf = async (query: Record<string, string>) =>
  (await list(simulator, query)).body.sessions?.map(({ session_id }) => session_id) ?? [];
const march = { from: '2026-03-01', to: '2026-03-02' };

test('a session goes to the trash and comes back whole', async () => {
  expect(await remove('plain/recordings?action=trash')).toMatchObject({ status: 204, body: {} });
  expect(await idsOf(march)).not.toContain('plain');
  expect(await idsOf({ trash: 'true' })).toEqual(['plain']);
  expect((await ask(simulator, '/videosdk/sessions/plain/recordings')).body.code).toBe(3301);
  expect((await remove('plain/recordings?action=trash')).body.code).toBe(3301);
  expect((await put('plain/recordings/status', recover)).status).toBe(204);
  expect(await idsOf(march)).toContain('plain');
  expect((await put('plain/recordings/status', recover)).body.code).toBe(3301);
});

test('without an action, trash is meant; another word is refused', async () => {
  expect((await remove('plain/recordings?action=burn')).body).toMatchObject({ code: 300 });
  expect((await remove('plain/recordings')).status).toBe(204);
  expect(await idsOf({ trash: 'true' })).toEqual(['plain']);
});

test('a single file goes to the trash of files, comes back, and can be deleted for good', async () => {
  const inTrash = { trash: 'true', trash_type: 'recording_file' };
  expect((await remove('plain/recordings/plain-a?action=trash')).status).toBe(204);
  expect(await idsOf(inTrash)).toEqual(['plain']);
  expect(await idsOf(march)).toContain('plain');
  expect((await put('plain/recordings/plain-a/status', recover)).status).toBe(204);
  expect(await idsOf(inTrash)).toEqual([]);
  expect((await remove('plain/recordings/plain-b?action=delete')).status).toBe(204);
  expect(await idsOf(inTrash)).toEqual([]);
  const left = (await ask(simulator, '/videosdk/sessions/plain/recordings')).body.recording_files;
  expect(left).toMatchObject([{ id: 'plain-a' }]);
  expect((await put('plain/recordings/plain-b/status', recover)).body.code).toBe(3301);
});

test('a deleted session is nowhere, and thirty days delete by themselves', async () => {
  expect((await remove('plain/recordings?action=delete')).status).toBe(204);
  expect(await idsOf({ trash: 'true' })).toEqual([]);
  expect((await remove('plain/recordings?action=delete')).status).toBe(404);
  expect((await remove(`${odd}/recordings?action=trash`)).status).toBe(204);
  simulator.clock.advance(30 * 86_400_000);
  expect((await put(`${odd}/recordings/status`, recover)).body.code).toBe(3301);
});

test('an id with slashes is found when it is encoded twice, and lost when once', async () => {
  expect((await remove(`${encodeURIComponent(oddId)}/recordings?action=trash`)).status).toBe(404);
  expect((await remove(`${odd}/recordings/odd-a?action=trash`)).status).toBe(204);
  expect((await put(`${odd}/recordings/odd-a/status`, recover)).status).toBe(204);
});

test('what Zoom still processes is not deleted, and a body that is no recover is refused', async () => {
  expect((await remove('unready/recordings?action=trash')).body).toMatchObject({ code: 3303 });
  expect((await put('plain/recordings/status', 'nonsense')).body.message).toMatch(/valid JSON object/);
  expect((await put('plain/recordings/status', { action: 'undo' })).body).toMatchObject({ code: 300 });
});

test('a dropped answer has done its work, a refused one has not', async () => {
  simulator.faults.add('api-change', { kind: 'apply-then-drop' }, { times: 1 });
  await expect(remove('plain/recordings?action=trash')).rejects.toThrow();
  expect(await idsOf({ trash: 'true' })).toEqual(['plain']);
  simulator.faults.add('api-change', { kind: 'permission-denied' }, { times: 1 });
  const refused = await put('plain/recordings/status', recover);
  expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 200, code: 200 });
  expect(await idsOf({ trash: 'true' })).toEqual(['plain']);
});

test('a change can be seen later than it was answered for', async () => {
  simulator.faults.switches.changeDelayMs = 2000;
  expect((await remove('plain/recordings?action=trash')).status).toBe(204);
  expect(await idsOf({ trash: 'true' })).toEqual([]);
  simulator.clock.advance(2000);
  expect(await idsOf({ trash: 'true' })).toEqual(['plain']);
});

test('every change is in the log, with its method, its path and its status', async () => {
  await remove('plain/recordings?action=trash');
  expect(simulator.log.at(-1)).toMatchObject({
    method: 'DELETE',
    decodedPath: '/v2/videosdk/sessions/plain/recordings',
    query: { action: 'trash' },
    status: 204,
  });
});
