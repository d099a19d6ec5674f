import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SimulatedSession } from './account.ts';
import { quirkAccount } from './quirk-account.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { type Listed, list } from './test-caller.ts';

const now = Date.parse('2026-03-15T12:00:00Z');
let simulator: Simulator;
let listed: Listed[];

beforeAll(async () => {
  simulator = await startSimulator({ data: quirkAccount({ now }), now: () => now, rates: 'unlimited' });
  simulator.faults.switches.longRange = 'honour';
  const { body } = await list(simulator, { from: '2026-01-01', to: '2026-03-31', page_size: '300' });
  listed = body.sessions ?? [];
});
afterAll(() => simulator.stop());

function quirk(key: string): Listed & Partial<SimulatedSession> {
  const found = listed.find((session) => 'session_key' in session && session.session_key === key);
  if (!found) throw new Error(`no session has the key ${key}`);
  return found as Listed & Partial<SimulatedSession>;
}

test('every oddity is on a session of its own, over more than a month and a page', () => {
  expect(listed.length).toBeGreaterThan(30);
  expect(new Set(listed.map((session) => session.start_time.slice(0, 7))).size).toBeGreaterThan(1);
});

test('serves the oddities of files as Zoom does', () => {
  const ids = quirk('duplicated-file-id').recording_files?.map((file) => file?.id) ?? [];
  expect(new Set(ids).size).toBe(ids.length - 1);
  expect(quirk('still-processing').recording_files).toMatchObject([
    { status: 'processing', file_type: '', file_extension: '', file_size: 0, recording_end: '' },
  ]);
  expect(quirk('files-missing')).not.toHaveProperty('recording_files');
  expect(quirk('null-file').recording_files?.[0]).toBeNull();
  expect(quirk('audio-as-mp4').recording_files).toMatchObject([
    { file_type: 'MP4', recording_type: 'audio_only' },
  ]);
  expect(quirk('zero-length').recording_files?.at(-1)).toMatchObject({ file_size: 0 });
  expect(quirk('several-segments').recording_files?.filter((file) => file?.file_type === 'MP4')).toHaveLength(
    3,
  );
});

test('side files can come without id, size, status and recording type', () => {
  const bare = quirk('bare-side-files').recording_files?.filter((file) => file && !('id' in file)) ?? [];
  expect(bare.map((file) => file?.file_type)).toEqual(['TIMELINE', 'CC']);
  for (const name of ['file_size', 'status', 'recording_type']) expect(bare[0]).not.toHaveProperty(name);
});

test('files in a storage of their owner have no download_url', () => {
  const file = quirk('own-storage').recording_files?.[0];
  expect(file).not.toHaveProperty('download_url');
  expect(file?.external_storage_url).toMatch(/^s3:\/\//);
});

test('counts and sizes can disagree with the files', () => {
  const { recording_count, total_size, recording_files } = quirk('counts-disagree');
  expect([recording_count, total_size, recording_files?.length]).toEqual([3, 4_869_060, 5]);
});

test('transcript and summary turn up later', async () => {
  const before = quirk('files-follow').recording_files?.length ?? 0;
  simulator.clock.advance(2 * 3_600_000);
  const { body } = await list(simulator, { from: '2026-03-15', to: '2026-03-15' });
  simulator.clock.set(now);
  const after = body.sessions?.find(({ session_id }) => session_id === quirk('files-follow').session_id);
  expect(after?.recording_files).toHaveLength(before + 2);
});

test('what is in the trash is in the trash', async () => {
  expect((await list(simulator, { trash: 'true' })).body.sessions).toMatchObject([
    { session_key: 'trashed-session' },
  ]);
  const files = await list(simulator, { trash: 'true', trash_type: 'recording_file' });
  expect(files.body.sessions).toMatchObject([{ session_key: 'trashed-file' }]);
});
