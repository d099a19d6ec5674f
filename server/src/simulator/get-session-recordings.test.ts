import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccount, simulatedSession } from './account.ts';
import { matchSessionPath } from './get-session-recordings.ts';
import { participantAudio, VISIT } from './media-set.ts';
import { createRandom } from './random.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { ask, list } from './test-caller.ts';

const inner = 'K6DoTC6/wqNUGyWaws+5XA==';
const leading = '/l6Cloq19ct9N2gyE932kQ==';
const double = '0P+oGg0bNT//bZqakx5sGQ==';
const now = Date.parse('2026-03-15T12:00:00Z');
const once = encodeURIComponent;
const twice = (id: string) => once(once(id));
let simulator: Simulator;

beforeEach(async () => {
  const recorded = { set: VISIT, startMs: now - 3_600_000, random: createRandom(1) };
  const sessions = [inner, leading, double].map((id) =>
    simulatedSession({
      session_id: id,
      start_time: '2026-03-15T11:00:00Z',
      participant_audio_files: [participantAudio(recorded, { name: 'Ada Moreau', userId: '16778240' })],
    }),
  );
  simulator = await startSimulator({ data: createAccount(sessions), now: () => now });
});
afterEach(() => simulator.stop());

test.each([inner, leading, double])('finds %s when it is encoded twice', async (id) => {
  const { status, body } = await ask(simulator, `/videosdk/sessions/${twice(id)}/recordings`);
  expect({ status, id: body.session_id }).toEqual({ status: 200, id });
});

test.each([leading, double])('loses %s when it is raw or encoded once', async (id) => {
  for (const segment of [id, once(id)]) {
    expect((await ask(simulator, `/videosdk/sessions/${segment}/recordings`)).status).toBe(404);
  }
});

test('finds an id with one inner slash even when it is encoded once', async () => {
  expect((await ask(simulator, `/videosdk/sessions/${once(inner)}/recordings`)).status).toBe(200);
});

test('reads any base64 id back from a path where it is encoded twice', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const id = Buffer.from(bytes).toString('base64');
      expect(matchSessionPath(`/v2/videosdk/sessions/${twice(id)}/recordings`)).toBe(id);
    }),
  );
});

test('a malformed escape is no route, and an unknown id has no recording', async () => {
  expect((await ask(simulator, '/videosdk/sessions/%zz/recordings')).body.code).toBe(2300);
  expect((await ask(simulator, '/videosdk/sessions/unknown/recordings')).body.code).toBe(3301);
});

test('shows participants audio, which the list does not', async () => {
  const single = await ask(simulator, `/videosdk/sessions/${twice(inner)}/recordings`);
  expect(single.body.participant_audio_files).toMatchObject([{ file_name: 'Ada Moreau', file_type: 'M4A' }]);
  expect((await list(simulator)).body.sessions?.[0]).not.toHaveProperty('participant_audio_files');
  simulator.faults.switches.participantAudioInList = true;
  expect((await list(simulator)).body.sessions?.[0]).toHaveProperty('participant_audio_files');
});

test('gives a download token on request, and judges its ttl', async () => {
  const path = `/videosdk/sessions/${twice(inner)}/recordings`;
  expect((await ask(simulator, path)).body).not.toHaveProperty('download_access_token');
  const asked = `${path}?include_fields=download_access_token`;
  expect((await ask(simulator, asked)).body.download_access_token).toEqual(expect.any(String));
  expect((await ask(simulator, `${asked}&ttl=604801`)).status).toBe(400);
});
