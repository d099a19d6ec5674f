import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startSimulator } from '../src/simulator/simulator.ts';
import { builtDoctor, ensureBuilt } from './built-server.ts';
import { runProgram } from './run-program.ts';
import { sampleSessions } from './sample-sessions.ts';
import { createScratchFolder } from './scratch-folder.ts';
import { startTestMatinee, type TestMatinee, type TestMatineeOptions } from './start-matinee.ts';

let matinee: TestMatinee;
beforeAll(ensureBuilt, 60_000);
const begun: TestMatinee[] = [];
afterEach(async () => {
  for (const one of begun.splice(0)) await one.stop();
});

async function begin(options: TestMatineeOptions = {}): Promise<void> {
  matinee = await startTestMatinee(options);
  begun.push(matinee);
}

type Check = { id: string; state: string; detail: string; remedy: string | null };

async function examine(options: TestMatineeOptions = {}): Promise<Record<string, Check>> {
  await begin({ sessions: sampleSessions(), ...options });
  return look();
}

async function look(): Promise<Record<string, Check>> {
  const { status, body } = await matinee.get('/api/doctor');
  expect(status).toBe(200);
  return Object.fromEntries(body.checks.map((check: Check) => [check.id, check]));
}

test('finds nothing wrong with a set-up that works, and says what could be better', async () => {
  await begin({ sessions: sampleSessions() });
  await matinee.get('/api/sessions?month=2026-03');
  const checks = await look();
  const states = Object.fromEntries(Object.values(checks).map(({ id, state }) => [id, state]));
  expect(states).toEqual({
    credentials: 'ok',
    api: 'ok',
    clock: 'ok',
    list: 'ok',
    trash: 'ok',
    changes: 'warning',
    files: 'ok',
    'rate-limits': 'ok',
    webhooks: 'warning',
    'data-folder': 'ok',
    database: 'ok',
  });
  expect(checks.files?.detail).toContain(matinee.simulator.cdnHost);
  expect(checks['rate-limits']?.detail).toContain('Medium');
});

test('names the key pair that Zoom refuses, and asks no further than that', async () => {
  const checks = await examine({ settings: { ZOOM_API_SECRET: 'another-secret-of-32-characters!' } });
  expect(checks.credentials).toMatchObject({
    state: 'failed',
    remedy: expect.stringContaining('not the SDK key pair'),
  });
  expect(checks.list?.state).toBe('unknown');
  expect(checks.trash?.state).toBe('unknown');
});

test.each([
  ['a right that is missing', { kind: 'permission-denied' }, 'list', /plan/],
  ['a Zoom that cannot be reached', { kind: 'refuse' }, 'api', /network/i],
] as const)(
  'tells of %s',
  async (_what, fault, id, remedy) => {
    await begin();
    matinee.simulator.faults.add('api-list', fault);
    const checks = await look();
    expect(checks[id]).toMatchObject({ state: 'failed', remedy: expect.stringMatching(remedy) });
  },
  30_000,
);

test('says when the last event came', async () => {
  const secret = 'canary-webhook-secret-0003';
  await begin({ sessions: sampleSessions(), settings: { ZOOM_WEBHOOK_SECRET: secret } });
  expect((await look()).webhooks).toMatchObject({ state: 'warning' });
  const { webhooks, account } = matinee.simulator;
  const [session] = account.sessions;
  if (!session) throw new Error('the sample was expected');
  webhooks.subscribe({ url: `${matinee.url}/webhooks/zoom`, secret });
  webhooks.tell('session.recording_completed', session);
  await expect.poll(async () => (await look()).webhooks?.state).toBe('ok');
});

test('warns when others may look into the data folder', async () => {
  await begin();
  await chmod(matinee.dataDir, 0o755);
  expect((await look())['data-folder']).toMatchObject({
    state: 'warning',
    remedy: 'Take their rights to it away: chmod 700.',
  });
});

test('prints the same on a terminal, with a server of its own where none runs', async () => {
  const scratch = createScratchFolder();
  const simulator = await startSimulator();
  await mkdir(join(scratch.path, 'data'), { mode: 0o700 });
  const program = runProgram(
    {
      ZOOM_API_KEY: simulator.credentials.apiKey,
      ZOOM_API_SECRET: 'another-secret-of-32-characters!',
      ZOOM_API_BASE_URL: simulator.baseUrl,
      ZOOM_DOWNLOAD_HOSTS: simulator.downloadHost,
      ZOOM_CDN_HOSTS: simulator.cdnHost,
      ZOOM_ALLOW_INSECURE: '1',
      MATINEE_DATA_DIR: join(scratch.path, 'data'),
      PORT: '1',
    },
    { program: builtDoctor },
  );
  expect((await program.ended(30_000)).code).toBe(1);
  expect(program.output.stdout).toMatch(/✗ Key pair\s+Zoom does not accept the key\./);
  expect(program.output.stdout).toContain('1 to mend.');
  expect(program.output.stdout + program.output.stderr).not.toContain('another-secret');
  await simulator.stop();
  scratch.remove();
}, 60_000);
