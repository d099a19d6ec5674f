import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../src/simulator/simulator.ts';
import { ensureBuilt } from './built-server.ts';
import { runProgram } from './run-program.ts';

let folder: string;
let simulator: Simulator;
let settings: Record<string, string>;

beforeAll(async () => {
  await ensureBuilt();
  simulator = await startSimulator();
}, 60_000);
afterAll(() => simulator.stop());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'matinee-process-test-'));
  settings = {
    ZOOM_API_KEY: simulator.credentials.apiKey,
    ZOOM_API_SECRET: simulator.credentials.apiSecret,
    ZOOM_API_BASE_URL: simulator.baseUrl,
    ZOOM_DOWNLOAD_HOSTS: simulator.downloadHost,
    ZOOM_CDN_HOSTS: simulator.cdnHost,
    ZOOM_ALLOW_INSECURE: '1',
    MATINEE_DATA_DIR: join(folder, 'data'),
    LOG_FORMAT: 'json',
    PORT: '0',
  };
  return () => rmSync(folder, { recursive: true, force: true });
});

test('is ready, says so in one line, and stops with 0 on SIGTERM, ending every stream (R2)', async () => {
  const program = runProgram(settings);
  const { url } = await program.ready();
  const { body } = await request(`${url}/api/events`);
  const ended = new Promise((resolve) => body.once('end', resolve).resume());
  program.child.kill('SIGTERM');
  await ended;
  const { code, afterMs } = await program.ended();
  expect(code).toBe(0);
  expect(afterMs).toBeLessThan(10_000);
  expect(program.output.stderr).toBe('');
  const lines = program.output.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.filter(({ event }) => event === 'listening')).toEqual([
    { event: 'listening', url, mode: 'live', version: '0.1.0' },
  ]);
});

test('keeps its data to its owner, and its key out of what other users see of a process (S5)', async () => {
  const program = runProgram(settings);
  await program.ready();
  const data = join(folder, 'data');
  expect(statSync(data).mode & 0o777).toBe(0o700);
  const modes = readdirSync(data).map((name) => statSync(join(data, name)).mode & 0o777);
  expect(new Set(modes)).toEqual(new Set([0o600]));
  const commandLine = readFileSync(`/proc/${program.child.pid}/cmdline`, 'latin1');
  for (const secret of Object.values(simulator.credentials)) expect(commandLine).not.toContain(secret);
  program.child.kill('SIGINT');
  expect((await program.ended()).code).toBe(0);
});

test('opens a demo account when it has no credentials, on a terminal in words', async () => {
  const program = runProgram({ MATINEE_DATA_DIR: join(folder, 'demo'), PORT: '0', LOG_FORMAT: 'json' });
  const { url } = await program.ready();
  const { body } = await request(`${url}/api/status`);
  expect(await body.json()).toMatchObject({ mode: 'demo', allowChanges: true });
  program.child.kill('SIGTERM');
  expect((await program.ended()).code).toBe(0);
  const pretty = runProgram({
    MATINEE_DATA_DIR: join(folder, 'demo'),
    PORT: '0',
    LOG_FORMAT: 'pretty',
    LOG_LEVEL: 'silent',
  });
  while (!pretty.output.stdout.includes('\n')) await once(pretty.child.stdout ?? pretty.child, 'data');
  expect(pretty.output.stdout).toMatch(
    /^Matinee is ready at http:\/\/127\.0\.0\.1:\d+ \(demo account; .*\)\n$/,
  );
  pretty.child.kill('SIGTERM');
  await pretty.ended();
});

const canary = 'canarySecret_9Lw2';

/** How long this machine takes right now to start and end a Node that does nothing: some 40 ms when it is idle. */
function bareNodeMs(): number {
  const begun = performance.now();
  execFileSync(process.execPath, ['-e', '0']);
  return performance.now() - begun;
}

test.each([
  [{ ZOOM_API_SECRET: '' }, /ZOOM_API_SECRET is missing/],
  [{ ZOOM_API_KEY: '', ZOOM_API_SECRET: canary }, /ZOOM_API_KEY is missing/],
  [{ HOST: '0.0.0.0', ZOOM_API_SECRET: canary }, /HOST .*no sign-in/],
  [{ PORT: 'http', LOG_LEVEL: 'x' }, /PORT .*\n.*LOG_LEVEL/],
  [{ ZOOM_ALLOW_INSECURE: '0' }, /ZOOM_API_BASE_URL must begin with https/],
  [{ HOST: '127.0.0.999' }, /HOST must be 127\.0\.0\.1/],
  [{ ZOOM_CDN_HOSTS: '127.0.0.1:99999' }, /ZOOM_CDN_HOSTS must be host/],
])('does not start with %j: says which setting, within 2 seconds', async (wrong, words) => {
  const allowedMs = Math.max(2000, 25 * bareNodeMs());
  const program = runProgram({ ...settings, ...wrong });
  const { code, afterMs } = await program.ended();
  expect(code).toBe(1);
  expect(afterMs).toBeLessThan(allowedMs);
  expect(program.output.stderr).toMatch(words);
  expect(program.output.stderr + program.output.stdout).not.toMatch(/canary|\bat /);
});

test('says in one sentence that the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const program = runProgram({ ...settings, PORT: port });
  expect((await program.ended()).code).toBe(1);
  expect(program.output.stderr.trim().split('\n')).toEqual([
    expect.stringContaining(`Port ${port} is in use`),
  ]);
  other.close();
});

test.each([
  ['a file where the folder should be', (path: string) => writeFileSync(path, 'x')],
  [
    'a database of nonsense',
    (path: string) => {
      mkdirSync(path);
      writeFileSync(join(path, 'catalog.db'), 'this is no database'.repeat(1000));
    },
  ],
])('starts or says why not with %s as its data folder', async (_name, prepare) => {
  prepare(join(folder, 'data'));
  const program = runProgram(settings);
  const outcome = await Promise.race([
    program.ready().then(
      () => 'ready',
      () => 'refused',
    ),
    program.ended().then(() => 'refused'),
  ]);
  if (outcome === 'ready') program.child.kill('SIGTERM');
  else expect(program.output.stderr).toMatch(/^[^\n]+\.\n$/);
  await program.ended();
});

test('reads .env of its working directory, under the environment', async () => {
  const text = Object.entries({ ...settings, PORT: 'nonsense' })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
  writeFileSync(join(folder, '.env'), text);
  const program = runProgram({ PORT: '0' }, { cwd: folder });
  const { url } = await program.ready();
  const { body } = await request(`${url}/api/status`);
  expect(await body.json()).toMatchObject({ mode: 'live' });
  program.child.kill('SIGTERM');
  await program.ended();
});
