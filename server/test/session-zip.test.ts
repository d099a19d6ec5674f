import { request } from 'undici';
import { afterEach, expect, test } from 'vitest';
import { type SimulatedSession, simulatedFile, simulatedSession } from '../src/simulator/account.ts';
import { syntheticBytes } from '../src/simulator/synthetic-bytes.ts';
import { readAnswer } from './read-answer.ts';
import { readZip } from './read-zip.ts';
import {
  processingId,
  sampleSessions,
  sampleZoomId,
  toSessionId,
  videoBytes,
  videoId,
  videoSeed,
} from './sample-sessions.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';
import { until } from './until.ts';

const running: TestMatinee[] = [];
const path = `/api/sessions/${toSessionId(sampleZoomId)}/zip`;
const video = syntheticBytes(videoSeed, videoBytes, 0, videoBytes);
const folder = '2026-03-04 14.05 orchid-triage-0412';

async function start(sessions = sampleSessions()): Promise<TestMatinee> {
  const matinee = await startTestMatinee({ sessions, simulator: { rates: 'unlimited' } });
  running.push(matinee);
  return matinee;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((matinee) => matinee.stop()));
});

async function readArchive(matinee: TestMatinee, zip = path) {
  const answer = await readAnswer({ port: matinee.port, path: zip });
  expect(answer).toMatchObject({ status: 200, isClean: true });
  const entries = readZip(answer.body);
  const json = JSON.parse(entries[0]?.bytes.toString() ?? '');
  return { entries, json, headers: answer.headers };
}

/** A session with these names and no file but a small video. */
function named(name: string): SimulatedSession {
  const content = { kind: 'synthetic', seed: 1, sizeBytes: 3000 } as const;
  const file = simulatedFile({ id: videoId, recording_type: 'gallery_view', content });
  const id = { session_id: sampleZoomId, session_name: name };
  return simulatedSession({ ...id, start_time: '2026-03-04T14:05:11Z', recording_files: [file] });
}

test('sends every file that can be had in one archive, and says what is not in it', async () => {
  const matinee = await start();
  // Zoom tells of files in the trash in the trash alone.
  await matinee.get('/api/sessions?trash=recording_file');
  const { entries, json, headers } = await readArchive(matinee);
  expect(entries.map((entry) => entry.path)).toEqual([
    `${folder}/session.json`,
    `${folder}/${folder} - Gallery view - 7e1c0a52.mp4`,
    `${folder}/${folder} - Transcript - 7e1c0a52.vtt`,
  ]);
  expect(entries.every((entry) => entry.isSound)).toBe(true);
  expect(entries[1]?.bytes.equals(video)).toBe(true);
  expect(entries[2]?.bytes.toString()).toMatch(/^WEBVTT/);
  expect(headers).toMatchObject({
    'content-type': ['application/zip'],
    'accept-ranges': ['none'],
    'content-disposition': [expect.stringContaining(`filename="${folder}.zip"`)],
  });
  expect(json.session).toMatchObject({ zoomId: sampleZoomId, name: 'orchid-triage-0412' });
  const told = new Map<string, unknown>(
    json.files.map((file: { id: string; leftOut: string }) => [file.id, file.leftOut]),
  );
  expect([...told.values()].sort()).toEqual(['in-trash', 'processing', 'unavailable', null, null].sort());
  expect(told.get(processingId)).toBe('processing');
});

test('puts no address and nothing secret into the archive', async () => {
  const matinee = await start();
  const { entries } = await readArchive(matinee);
  const text = entries[0]?.bytes.toString() ?? '';
  const { credentials, cdnHost, downloadHost } = matinee.simulator;
  for (const secret of [...Object.values(credentials), cdnHost, downloadHost, 'http', 's3:', '/rec/'])
    expect(text).not.toContain(secret);
});

test('HEAD tells the same length and sends nothing; a range is not taken up', async () => {
  const matinee = await start();
  const whole = await readAnswer({ port: matinee.port, path });
  const head = await request(`${matinee.url}${path}`, { method: 'HEAD' });
  expect(head.headers['content-length']).toBe(String(whole.body.length));
  const part = await readAnswer({ port: matinee.port, path, headers: { range: 'bytes=5-9' } });
  expect(part).toMatchObject({ status: 200, isClean: true });
  expect(part.body.length).toBe(whole.body.length);
});

test.each([
  ['../../etc/passwd', '2026-03-04 14.05 etc passwd'],
  ['..\\..\\evil', '2026-03-04 14.05 evil'],
  ['CON', '2026-03-04 14.05 CON'],
  ['name. ', '2026-03-04 14.05 name'],
  ['a:b?*', '2026-03-04 14.05 a b'],
  ['会议🎥', '2026-03-04 14.05 会议🎥'],
])('keeps %j inside one folder under a name every system can keep', async (name, expected) => {
  const { entries, json } = await readArchive(await start([named(name)]));
  expect(entries.map((entry) => entry.path.split('/')[0])).toEqual([expected, expected]);
  for (const entry of entries) expect(entry.path).toMatch(/^[^/\\:]+\/[^/\\:]+$/);
  expect(json.session.name).toBe(name);
});

test('is exactly as long as announced where Zoom lists another size than it sends', async () => {
  const session = named('orchid');
  Object.assign(session.recording_files?.[0] ?? {}, { file_size: 1_000_000 });
  const { entries, json } = await readArchive(await start([session]));
  expect(entries[1]?.bytes.length).toBe(3000);
  expect(json.files[0]).toMatchObject({ sizeBytes: 1_000_000, savedBytes: 3000 });
});

test('reads on where Zoom’s side breaks off or an address expires, and nobody notices', async () => {
  const matinee = await start();
  const { faults } = matinee.simulator;
  await readArchive(matinee);
  faults.expireSignedAddresses();
  const isWhole = ({ range }: { range: string | null }) => range === null;
  faults.add('cdn', { kind: 'reset-at', byte: 400_000 }, { times: 1, when: isWhole });
  const { entries } = await readArchive(matinee);
  expect(entries[1]?.bytes.equals(video)).toBe(true);
});

test('breaks off, and names the file in the log, where a file cannot be finished', async () => {
  const matinee = await start();
  matinee.simulator.faults.add('cdn', { kind: 'fin-at', byte: 1000, framing: 'length' });
  const answer = await readAnswer({ port: matinee.port, path });
  expect(answer).toMatchObject({ status: 200, isClean: false });
  const isNamed = (line: string) => line.includes('ZIP broke off') && line.includes(videoId);
  await until(() => matinee.lines.some(isNamed));
});

test.each([
  ['longer', { kind: 'no-length', framing: 'chunked' }],
  ['of another length', undefined],
] as const)('breaks off where a file is %s once it is sent', async (_how, framing) => {
  const session = named('orchid');
  const matinee = await start([session]);
  const { faults, log } = matinee.simulator;
  const [file] = session.recording_files ?? [];
  if (framing) faults.add('cdn', framing, { after: 1 });
  // The size was asked for: from now on the file is another.
  faults.add(
    'cdn',
    { kind: 'latency', ms: 1 },
    {
      when: ({ range }) => {
        if (range === null && file) file.content = { kind: 'synthetic', seed: 1, sizeBytes: 4000 };
        return false;
      },
    },
  );
  expect(await readAnswer({ port: matinee.port, path })).toMatchObject({ status: 200, isClean: false });
  expect(log.filter(({ host }) => host === 'cdn').length).toBeGreaterThan(1);
});

test('refuses before anything is sent, by name, a file that Zoom does not hand out', async () => {
  const matinee = await start();
  matinee.simulator.faults.add('cdn', { kind: 'html' });
  const answer = await matinee.get(path);
  expect(answer).toMatchObject({ status: 502, body: { type: '/problems/zoom-refused-file' } });
  expect(answer.body.detail).toMatch(/“(Gallery view|Transcript)”/);
});

test('says 409 of a session with nothing to save', async () => {
  const session = named('orchid');
  Object.assign(session.recording_files?.[0] ?? {}, {
    deleted_time: new Date(Date.now() - 3600_000).toISOString(),
  });
  const matinee = await start([session]);
  await matinee.get('/api/sessions?trash=recording_file');
  expect(await matinee.get(path)).toMatchObject({
    status: 409,
    body: { type: '/problems/recording-in-trash' },
  });
  expect(await matinee.get('/api/sessions/bm9uZQ/zip')).toMatchObject({ status: 404 });
});

test('lets go of Zoom’s side when the reader leaves', async () => {
  const matinee = await start();
  const { simulator } = matinee;
  simulator.faults.add('cdn', { kind: 'stall-at', byte: 100_000 });
  const answer = await request(`${matinee.url}${path}`);
  await until(() => simulator.log.some(({ host, range }) => host === 'cdn' && range === null));
  answer.body.on('error', () => {}).destroy();
  await until(() => simulator.openSockets().cdn <= 2);
  expect(matinee.lines.some((line) => line.includes('ZIP broke off'))).toBe(false);
});
