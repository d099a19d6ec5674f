import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount, simulatedFile, simulatedSession } from '../src/simulator/account.ts';
import { createCertificate } from '../src/simulator/certificate.ts';
import { type Simulator, startSimulator } from '../src/simulator/simulator.ts';
import { syntheticBytes } from '../src/simulator/synthetic-bytes.ts';
import { ensureBuilt } from './built-server.ts';
import { readAnswer } from './read-answer.ts';
import { type RunningProgram, runProgram } from './run-program.ts';
import { toSessionId, videoId } from './sample-sessions.ts';
import { until } from './until.ts';

/** Node reads which certificates to trust when it starts, so the server is a process of its own here. */
const zoomId = 'tls==';
const longId = '7e1c0a52-0000-4000-8000-0000000000aa';
const size = 5_000_000;
const whole = syntheticBytes(1, size, 0, size);
const folder = mkdtempSync(join(tmpdir(), 'matinee-tls-test-'));
const programs: RunningProgram[] = [];
let simulator: Simulator;
let port: number;

beforeAll(async () => {
  await ensureBuilt();
  const certificate = await createCertificate();
  const content = { kind: 'synthetic', seed: 1, sizeBytes: size } as const;
  const files = [
    simulatedFile({ id: videoId, recording_type: 'gallery_view', content }),
    simulatedFile({
      id: longId,
      recording_type: 'speaker_view',
      content: { kind: 'synthetic', seed: 2, sizeBytes: 1024 ** 3 },
    }),
  ];
  const session = { session_id: zoomId, start_time: '2026-03-04T14:05:11Z', recording_files: files };
  simulator = await startSimulator({
    data: createAccount([simulatedSession(session)]),
    rates: 'unlimited',
    cdnTls: certificate,
  });
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, certificate.cert);
  port = await startServer('trusting', { NODE_EXTRA_CA_CERTS: caFile });
}, 60_000);

afterAll(async () => {
  for (const { child } of programs) child.kill('SIGKILL');
  await simulator.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function startServer(name: string, settings: Record<string, string>): Promise<number> {
  const program = runProgram({
    ZOOM_API_KEY: simulator.credentials.apiKey,
    ZOOM_API_SECRET: simulator.credentials.apiSecret,
    ZOOM_API_BASE_URL: simulator.baseUrl,
    ZOOM_DOWNLOAD_HOSTS: simulator.downloadHost,
    ZOOM_CDN_HOSTS: simulator.cdnHost,
    ZOOM_ALLOW_INSECURE: '1',
    MATINEE_DATA_DIR: join(folder, name),
    // A month to come: nothing is read by itself.
    MATINEE_HISTORY_SINCE: '9999-12',
    LOG_FORMAT: 'json',
    PORT: '0',
    ...settings,
  });
  programs.push(program);
  const { url } = await program.ready();
  // Looking at the session makes the server know its file.
  await readAnswer({ port: Number(new URL(url).port), path: `/api/sessions/${toSessionId(zoomId)}` });
  return Number(new URL(url).port);
}

const read = (headers: Record<string, string> = {}) =>
  readAnswer({ port, path: `/api/files/${videoId}/content`, headers });

test('brings a file from a CDN over TLS, whole and in parts, and asks for a part once', async () => {
  const answer = await read();
  expect(answer).toMatchObject({ status: 200, isClean: true });
  expect(answer.body.equals(whole)).toBe(true);
  const asked = () => simulator.log.filter(({ host }) => host !== 'api').length;
  const before = asked();
  for (let first = 0; first < size; first += 499_999) {
    const part = await read({ range: `bytes=${first}-${first + 99_999}` });
    expect(part).toMatchObject({ status: 206, isClean: true });
    expect(part.body.equals(whole.subarray(first, first + 100_000))).toBe(true);
  }
  expect(asked() - before).toBe(11);
});

test.each([
  { kind: 'reset-at', byte: 1_000_001 },
  { kind: 'fin-at', byte: 1_000_001, framing: 'length' },
  { kind: 'fin-at', byte: 1_000_001, framing: 'chunked' },
] as const)(
  'reads on over TLS where the body ends by $kind, and the reader does not notice',
  async (fault) => {
    simulator.faults.add('cdn', fault, { times: 2 });
    const answer = await read();
    expect(answer).toMatchObject({ status: 200, isClean: true });
    expect(answer.body.equals(whole)).toBe(true);
  },
);

test('cuts the reader when a body over TLS always stops short', async () => {
  const fault = simulator.faults.add('cdn', { kind: 'fin-at', byte: 1000, framing: 'length' });
  expect(await read()).toMatchObject({ isClean: false });
  fault.remove();
});

test('keeps no connection over TLS that a reader has left', async () => {
  simulator.faults.add('cdn', { kind: 'stall-at', byte: 300_000 }, { times: 20 });
  const idle = simulator.openSockets().cdn;
  const left = new AbortController();
  const plays = Array.from({ length: 20 }, async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/files/${videoId}/content`, {
      signal: left.signal,
    });
    await answer.arrayBuffer();
  });
  const ended = Promise.allSettled(plays);
  await until(() => simulator.openSockets().cdn >= 20);
  left.abort();
  await ended;
  await until(() => simulator.openSockets().cdn <= idle);
});

test('takes from a CDN over TLS only as fast as the reader takes from us', async () => {
  const player = connect(port, '127.0.0.1');
  player.write(`GET /api/files/${longId}/content HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n\r\n`);
  const sent = () => simulator.log.at(-1)?.bytesSent ?? 0;
  let before = -1;
  await until(() => {
    const isStill = sent() > 0 && sent() === before;
    before = sent();
    return isStill;
  });
  expect(sent()).toBeLessThan(64 * 1024 ** 2);
  player.destroy();
  await until(() => simulator.log.at(-1)?.isClosed === true);
});

test('fetches nothing from a CDN whose certificate nobody vouches for', async () => {
  const wary = await startServer('wary', {});
  const answer = await readAnswer({ port: wary, path: `/api/files/${videoId}/content` });
  expect(answer.status).toBe(502);
  expect(answer.headers['content-type']).toEqual([expect.stringContaining('problem+json')]);
}, 30_000);
