import { join } from 'node:path';
import Database from 'libsql';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Change, Changes } from '../src/contract/index.ts';
import { createAccount } from '../src/simulator/account.ts';
import { type Simulator, startSimulator } from '../src/simulator/simulator.ts';
import { ensureBuilt } from './built-server.ts';
import { type RunningProgram, runProgram } from './run-program.ts';
import { createScratchFolder } from './scratch-folder.ts';
import { someSessions, targetsOf } from './start-changes.ts';
import { until } from './until.ts';

const KILLS = 20;
const SESSIONS = 400;
let simulator: Simulator;
const scratch = createScratchFolder();

beforeAll(async () => {
  await ensureBuilt();
  simulator = await startSimulator({ data: createAccount(someSessions(SESSIONS)), rates: 'unlimited' });
}, 120_000);
afterAll(async () => {
  await simulator.stop();
  scratch.remove();
});

const changed = () => simulator.log.filter(({ method }) => method === 'DELETE' || method === 'PUT');

test(`each recording is changed exactly once, and the audit log is whole, over ${KILLS} kills`, async () => {
  const dataDir = join(scratch.path, 'data');
  let program = runProgram(settingsFor(dataDir));
  await readMarch(program);
  const acknowledged: string[] = [];
  const each = SESSIONS / KILLS;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { url } = await program.ready();
    const numbers = Array.from({ length: each }, (_, n) => kill * each + n);
    acknowledged.push(await submit(url, { key: `key-${kill}`, numbers }));
    // Every run is cut at another moment: with a wish just taken up, or with calls on their way.
    const before = changed().length;
    await until(() => changed().length >= Math.min(before + (kill % 7), SESSIONS), 30_000);
    program.child.kill('SIGKILL');
    await program.ended();
    program = runProgram(settingsFor(dataDir));
  }
  const { url } = await program.ready();
  await until(async () => (await changesAt(url)).every(({ endedAt }) => endedAt !== null), 120_000);
  const changes = await changesAt(url);
  expect(changes.map(({ id }) => id).sort()).toEqual(acknowledged.sort());
  expect(changes.map(({ counts }) => counts.done)).toEqual(changes.map(() => each));
  program.child.kill('SIGTERM');
  await program.ended();
  expectOnce();
  expectWhole(dataDir);
}, 300_000);

function expectOnce(): void {
  const made = changed().filter(({ status }) => status === 204);
  expect(made.map(({ decodedPath }) => decodedPath).sort()).toEqual(
    Array.from({ length: SESSIONS }, (_, n) => `/v2/videosdk/sessions/zoom-${n}/recordings`).sort(),
  );
  expect(simulator.account.sessions.every(({ trashed_at }) => trashed_at !== undefined)).toBe(true);
}

/** No call without its line, no item without its result, and a database that is sound. */
function expectWhole(dataDir: string): void {
  const database = new Database(join(dataDir, 'catalog.db'));
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  const one = (sql: string) => (database.prepare(sql).all() as { n: number }[])[0]?.n; // every question names its column n
  expect(one('SELECT count(*) AS n FROM audit_calls')).toBeGreaterThanOrEqual(changed().length);
  expect(
    one(
      "SELECT count(DISTINCT zoom_id) AS n FROM audit_calls JOIN audit_results ON call_id = id AND result = 'done'",
    ),
  ).toBe(SESSIONS);
  expect(one("SELECT count(*) AS n FROM audit_results WHERE result = 'done'")).toBe(SESSIONS);
  expect(one("SELECT count(*) AS n FROM change_items WHERE state = 'done'")).toBe(SESSIONS);
  expect(one('SELECT count(*) AS n FROM sessions WHERE trashed_seq IS NOT NULL AND live_seq IS NULL')).toBe(
    SESSIONS,
  );
  database.close();
}

async function submit(url: string, { key, numbers }: { key: string; numbers: number[] }): Promise<string> {
  const { statusCode, body } = await request(`${url}/api/changes`, {
    method: 'POST',
    headers: { 'x-matinee': '1', 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ action: 'trash', items: targetsOf(...numbers) }),
  });
  expect(statusCode).toBe(202);
  return ((await body.json()) as Change).id; // the contract's, parsed by the tests of that route
}

async function changesAt(url: string): Promise<Change[]> {
  const { body } = await request(`${url}/api/changes`);
  return ((await body.json()) as Changes).changes; // the contract's, parsed by the tests of that route
}

async function readMarch(program: RunningProgram): Promise<void> {
  const { url } = await program.ready();
  await until(async () => {
    const { body } = await request(`${url}/api/sessions?month=2026-03&limit=1`);
    const { windows } = (await body.json()) as { windows: { state: string }[] }; // as above
    return windows.every(({ state }) => state === 'complete');
  }, 60_000);
}

function settingsFor(dataDir: string): Record<string, string> {
  return {
    ZOOM_API_KEY: simulator.credentials.apiKey,
    ZOOM_API_SECRET: simulator.credentials.apiSecret,
    ZOOM_API_BASE_URL: simulator.baseUrl,
    ZOOM_DOWNLOAD_HOSTS: simulator.downloadHost,
    ZOOM_CDN_HOSTS: simulator.cdnHost,
    ZOOM_ALLOW_INSECURE: '1',
    ZOOM_RATE_LIGHT: '200',
    ZOOM_RATE_MEDIUM: '200',
    MATINEE_ALLOW_CHANGES: '1',
    MATINEE_DATA_DIR: dataDir,
    LOG_FORMAT: 'json',
    PORT: '0',
  };
}
