import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccount, simulatedFile, simulatedSession } from './account.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { ask, list } from './test-caller.ts';

const now = Date.parse('2026-03-15T12:00:00Z');
const content = { kind: 'synthetic', seed: 1, sizeBytes: 1000 } as const;
let simulator: Simulator;

beforeEach(async () => {
  const files = () => [
    simulatedFile({ id: 'kept', recording_type: 'gallery_view', content }),
    simulatedFile({
      id: 'thrown',
      recording_type: 'audio_only',
      content,
      deleted_time: '2026-03-10T09:00:00Z',
    }),
  ];
  const partly = simulatedSession({
    session_id: 'partly',
    start_time: '2025-06-01T00:00:00Z',
    recording_files: files(),
  });
  const wholly = simulatedSession({
    session_id: 'wholly',
    start_time: '2025-07-01T00:00:00Z',
    recording_files: files().slice(0, 1),
    trashed_at: '2026-03-01T09:00:00Z',
  });
  simulator = await startSimulator({ data: createAccount([partly, wholly]), now: () => now });
});
afterEach(() => simulator.stop());

test('lists sessions trashed whole whatever the dates, each file with its deleted_time', async () => {
  const { body } = await list(simulator, { trash: 'true', from: '2026-03-01', to: '2026-03-02' });
  expect(body.sessions).toHaveLength(1);
  expect(body.sessions?.[0]).toMatchObject({
    session_id: 'wholly',
    recording_files: [{ id: 'kept', deleted_time: '2026-03-01T09:00:00Z', file_type: 'MP4' }],
  });
  expect(body.sessions?.[0]?.recording_files?.[0]).toHaveProperty('download_url');
});

test('lists single files in the trash under their living session', async () => {
  const { body } = await list(simulator, { trash: 'true', trash_type: 'recording_file' });
  expect(body.sessions).toMatchObject([
    { session_id: 'partly', recording_files: [{ id: 'thrown', deleted_time: '2026-03-10T09:00:00Z' }] },
  ]);
  expect(body.sessions?.[0]?.recording_files).toHaveLength(1);
});

test('a participant audio file in the trash shows, though the living list has no such files', async () => {
  const deleted_time = '2026-03-11T09:00:00Z';
  const voice = simulatedFile({ id: 'voice', recording_type: 'audio_only', content, deleted_time });
  const start_time = '2025-08-01T00:00:00Z';
  simulator.account.sessions.push(
    simulatedSession({ session_id: 'talk', start_time, participant_audio_files: [voice] }),
  );
  const { body } = await list(simulator, { trash: 'true', trash_type: 'recording_file' });
  expect(body.sessions?.[0]).toMatchObject({
    session_id: 'talk',
    participant_audio_files: [{ id: 'voice', deleted_time }],
  });
});

test('what is in the trash is not among the living, in the list and in the single call', async () => {
  const { body } = await list(simulator, { from: '2025-06-01', to: '2025-07-01' });
  expect(body.sessions).toMatchObject([{ session_id: 'partly', recording_files: [{ id: 'kept' }] }]);
  expect(body.sessions?.[0]?.recording_files?.[0]).not.toHaveProperty('deleted_time');
  const single = await ask(simulator, '/videosdk/sessions/partly/recordings');
  expect(single.body.recording_files).toHaveLength(1);
  expect(await ask(simulator, '/videosdk/sessions/wholly/recordings')).toMatchObject({
    status: 404,
    body: { code: 3301 },
  });
});

test('thirty days after, a thing is gone for good', async () => {
  simulator.clock.set(Date.parse('2026-03-31T08:59:59Z'));
  expect((await list(simulator, { trash: 'true' })).body.total_records).toBe(1);
  simulator.clock.advance(1000);
  expect((await list(simulator, { trash: 'true' })).body.total_records).toBe(0);
});

test('rows of the trash can come without address and type', async () => {
  simulator.faults.switches.bareTrash = true;
  const { body } = await list(simulator, { trash: 'true' });
  const file = body.sessions?.[0]?.recording_files?.[0];
  expect(file).not.toHaveProperty('download_url');
  expect(file).not.toHaveProperty('file_type');
});
