import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { type Matinee, startMatinee } from '../src/matinee.ts';
import { createAccount, type SimulatedSession } from '../src/simulator/account.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../src/simulator/simulator.ts';
import { assertContract } from './contract-of.ts';

export interface TestMatineeOptions {
  sessions?: SimulatedSession[];
  /** Settings by their names, over those that point at the simulator. */
  settings?: Record<string, string>;
  simulator?: SimulatorOptions;
  clientDir?: string;
}

/** A JSON answer; `body` has passed its contract, or is undefined when there was none. */
export interface TestAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies that have passed their schema.
  body: any;
}

export type TestMatinee = Awaited<ReturnType<typeof startTestMatinee>>;

/**
 * Matinee as people run it, in this process: a simulator, a data folder of its own, a free port, everything real. `stop` ends
 * all of it and removes the data.
 */
export async function startTestMatinee(options: TestMatineeOptions = {}) {
  const { sessions = [] } = options;
  const simulator = await startSimulator({ data: createAccount(sessions), ...options.simulator });
  const folder = await mkdtemp(join(tmpdir(), 'matinee-test-'));
  const dataDir = join(folder, 'data');
  const clientDir = options.clientDir ?? (await makeClient(folder));
  const lines: string[] = [];
  const launch = (settings: Record<string, string> | undefined) =>
    launchMatinee({ settings: { ...settingsFor(simulator, dataDir), ...settings }, clientDir, lines });
  let matinee = await launch(options.settings);
  const ask: ReturnType<typeof createAsker> = (question) => createAsker(matinee.url)(question);
  return {
    url: matinee.url,
    port: Number(new URL(matinee.url).port),
    simulator,
    startBackgroundWork: () => matinee.startBackgroundWork(),
    /** Stops it and starts it over the same data, at another port, with these settings over its first ones; then it goes on with what was left. */
    async restart(settings: Record<string, string>) {
      await matinee.stop();
      matinee = await launch({ ...options.settings, ...settings });
      await matinee.startBackgroundWork();
    },
    dataDir,
    /** Every log line so far, as it was written. */
    lines,
    get: (path: string, headers: Record<string, string> = {}) => ask({ method: 'GET', path, headers }),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      ask({
        method: 'POST',
        path,
        body,
        headers: { 'x-matinee': '1', 'content-type': 'application/json', ...headers },
      }),
    put: (path: string, body: unknown) =>
      ask({
        method: 'PUT',
        path,
        body,
        headers: { 'x-matinee': '1', 'content-type': 'application/json' },
      }),
    delete: (path: string) =>
      ask({
        method: 'DELETE',
        path,
        headers: { 'x-matinee': '1', 'content-type': 'application/json' },
      }),
    async stop() {
      await matinee.stop();
      await simulator.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launchMatinee(options: {
  settings: Record<string, string>;
  clientDir: string;
  lines: string[];
}): Promise<Matinee> {
  const { settings, clientDir, lines } = options;
  const config = readConfig(settings);
  const { credentials } = config;
  if (!credentials) throw new Error('a test needs an account');
  const log = createLog({
    level: 'debug',
    format: 'json',
    secrets: () => [credentials.apiKey, credentials.apiSecret],
    target: { write: (line) => void lines.push(line) },
  });
  return startMatinee({
    config: { ...config, credentials },
    log,
    ...(clientDir ? { clientDir } : {}),
  });
}

/** A client as Vite would build it, as far as the server cares. */
async function makeClient(folder: string): Promise<string> {
  const clientDir = join(folder, 'client');
  await mkdir(join(clientDir, 'assets'), { recursive: true });
  await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>Matinee</title>');
  await writeFile(join(clientDir, 'assets', 'app-0a1b2c3d.js'), 'export {};');
  return clientDir;
}

function createAsker(url: string) {
  return async function ask(question: {
    method: 'GET' | 'POST' | 'PUT' | 'DELETE';
    path: string;
    headers: Record<string, string>;
    body?: unknown;
  }): Promise<TestAnswer> {
    const { method, path, headers } = question;
    const body = question.body === undefined ? null : JSON.stringify(question.body);
    const answer = await request(`${url}${path}`, { method, headers, body });
    const text = await answer.body.text();
    const contentType = String(answer.headers['content-type'] ?? '');
    const result = { status: answer.statusCode, headers: answer.headers, body: text };
    if (!/\bjson\b/.test(contentType) || text === '') return result;
    const parsed: unknown = JSON.parse(text);
    assertContract({ path, status: answer.statusCode, contentType, body: parsed });
    return { ...result, body: parsed };
  };
}

function settingsFor(simulator: Simulator, dataDir: string): Record<string, string> {
  return {
    ZOOM_API_KEY: simulator.credentials.apiKey,
    ZOOM_API_SECRET: simulator.credentials.apiSecret,
    ZOOM_API_BASE_URL: simulator.baseUrl,
    ZOOM_DOWNLOAD_HOSTS: simulator.downloadHost,
    ZOOM_CDN_HOSTS: simulator.cdnHost,
    ZOOM_ALLOW_INSECURE: '1',
    MATINEE_DATA_DIR: dataDir,
    PORT: '0',
  };
}
