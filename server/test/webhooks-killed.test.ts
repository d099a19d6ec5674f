import { join } from 'node:path';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '../src/simulator/account.ts';
import { type Simulator, startSimulator } from '../src/simulator/simulator.ts';
import { volumeAccount } from '../src/simulator/volume-account.ts';
import { ensureBuilt } from './built-server.ts';
import { type RunningProgram, runProgram } from './run-program.ts';
import { createScratchFolder } from './scratch-folder.ts';
import { until } from './until.ts';

const KILLS = 5;
const secret = 'canary-webhook-secret-0002';
const scratch = createScratchFolder();
// Nothing but an event can make these known: the history ends before their month.
const sessions = volumeAccount({ sessions: KILLS, month: '2024-03', filesPerSession: 1 }).sessions;
let simulator: Simulator;

beforeAll(async () => {
  await ensureBuilt();
  simulator = await startSimulator({ data: createAccount(sessions), rates: 'unlimited' });
}, 60_000);
afterAll(async () => {
  await simulator.stop();
  scratch.remove();
});

function start(): RunningProgram {
  return runProgram({
    ZOOM_API_KEY: simulator.credentials.apiKey,
    ZOOM_API_SECRET: simulator.credentials.apiSecret,
    ZOOM_API_BASE_URL: simulator.baseUrl,
    ZOOM_DOWNLOAD_HOSTS: simulator.downloadHost,
    ZOOM_CDN_HOSTS: simulator.cdnHost,
    ZOOM_ALLOW_INSECURE: '1',
    ZOOM_WEBHOOK_SECRET: secret,
    MATINEE_HISTORY_SINCE: '2026-11',
    MATINEE_DATA_DIR: join(scratch.path, 'data'),
    LOG_FORMAT: 'json',
    PORT: '0',
  });
}

async function countAt(url: string): Promise<number> {
  const { body } = await request(`${url}/api/status`);
  const { catalog } = (await body.json()) as { catalog: { sessions: number } }; // the contract's, parsed elsewhere
  return catalog.sessions;
}

test(`an event that was acknowledged is acted upon, though the server is killed ${KILLS} times right after (W2)`, async () => {
  simulator.faults.add('api-session', { kind: 'status', status: 503 });
  for (const session of sessions) {
    const program = start();
    const { url } = await program.ready();
    simulator.webhooks.subscribe({ url: `${url}/webhooks/zoom`, secret });
    const taken = simulator.webhooks.deliveries.length + 1;
    simulator.webhooks.tell('session.recording_completed', session);
    await until(() => simulator.webhooks.deliveries.length === taken);
    program.child.kill('SIGKILL');
    await program.ended();
  }
  expect(simulator.webhooks.deliveries.map(({ status }) => status)).toEqual(sessions.map(() => 204));
  simulator.faults.clear();
  const program = start();
  const { url } = await program.ready();
  await until(async () => (await countAt(url)) === KILLS, 10_000);
  program.child.kill('SIGTERM');
  expect((await program.ended()).code).toBe(0);
}, 60_000);
