import { join } from 'node:path';
import Database from 'libsql';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '../src/simulator/account.ts';
import { type Simulator, startSimulator } from '../src/simulator/simulator.ts';
import { volumeAccount } from '../src/simulator/volume-account.ts';
import { ensureBuilt } from './built-server.ts';
import { runProgram } from './run-program.ts';
import { createScratchFolder } from './scratch-folder.ts';

const KILLS = 20;
let simulator: Simulator;
const scratch = createScratchFolder();

beforeAll(async () => {
  await ensureBuilt();
  const months = ['2026-10', '2026-09', '2026-08'].map((month, index) =>
    volumeAccount({ sessions: 700, month, filesPerSession: 1 }).sessions.map((session) => ({
      ...session,
      session_id: `${index} ${session.session_id}`,
    })),
  );
  simulator = await startSimulator({ data: createAccount(months.flat()), rates: 'unlimited' });
}, 60_000);
afterAll(async () => {
  await simulator.stop();
  scratch.remove();
});

test(`loses no acknowledged search and damages nothing when it is killed ${KILLS} times while it reads (K1, V-32)`, async () => {
  const dataDir = join(scratch.path, 'data');
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const program = runProgram(settingsFor(dataDir));
    const { url } = await program.ready();
    expect(await namesAt(url)).toEqual([...acknowledged].sort());
    // Every run is cut at another moment of the reading, each time right after an answer.
    for (let count = 0; count <= kill % 4; count += 1) {
      const name = `search ${String(kill).padStart(2, '0')}-${count}`;
      if (await isSaved(url, name)) acknowledged.push(name);
    }
    program.child.kill('SIGKILL');
    await program.ended();
  }
  expect(acknowledged).toHaveLength(50);
  const database = new Database(join(dataDir, 'catalog.db'));
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  database.close();
}, 180_000);

async function isSaved(url: string, name: string): Promise<boolean> {
  const { statusCode, body } = await request(`${url}/api/saved-searches`, {
    method: 'POST',
    headers: { 'x-matinee': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ name, search: 'q=x' }),
  });
  await body.dump();
  return statusCode === 201;
}

async function namesAt(url: string): Promise<string[]> {
  const { body } = await request(`${url}/api/saved-searches`);
  const searches = (await body.json()) as { name: string }[]; // the contract's, parsed by the tests of that route
  return searches.map(({ name }) => name);
}

function settingsFor(dataDir: string): Record<string, string> {
  return {
    ZOOM_API_KEY: simulator.credentials.apiKey,
    ZOOM_API_SECRET: simulator.credentials.apiSecret,
    ZOOM_API_BASE_URL: simulator.baseUrl,
    ZOOM_DOWNLOAD_HOSTS: simulator.downloadHost,
    ZOOM_CDN_HOSTS: simulator.cdnHost,
    ZOOM_ALLOW_INSECURE: '1',
    ZOOM_RATE_MEDIUM: '200',
    MATINEE_DATA_DIR: dataDir,
    LOG_FORMAT: 'json',
    PORT: '0',
  };
}
