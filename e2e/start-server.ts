import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Simulator } from '../server/src/simulator/simulator.ts';

const program = join(import.meta.dirname, '../server/dist/main.js');
const startLimitMs = 15_000;

/** The built server as its own process, as an owner would run it. `stop` ends it and removes its data. */
export interface RunningServer {
  url: string;
  /** Kills it without a goodbye: what a browser sees when the server is gone. */
  kill(): Promise<void>;
  /** Starts it again at the same address with the same data; other settings over the first ones. */
  startAgain(settings?: Record<string, string>): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the built server against a simulator, on a free port, with a data folder of its own. */
export async function startServer(
  simulator: Simulator,
  settings: Record<string, string> = {},
): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'matinee-browser-test-'));
  const env = { PATH: process.env.PATH, ...settingsFor(simulator, dataDir), ...settings };
  let running = await launch(env);
  const { url } = running;
  return {
    url,
    kill: () => kill(running.child),
    startAgain: async (others = {}) => {
      running = await launch({ ...env, ...others, PORT: new URL(url).port });
    },
    stop: async () => {
      await kill(running.child);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function launch(env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'], env });
  try {
    return { child, url: await readAddress(child) };
  } catch (error) {
    await kill(child);
    throw error;
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function settingsFor(simulator: Simulator, dataDir: string): Record<string, string> {
  return {
    ZOOM_API_KEY: simulator.credentials.apiKey,
    ZOOM_API_SECRET: simulator.credentials.apiSecret,
    ZOOM_API_BASE_URL: simulator.baseUrl,
    ZOOM_DOWNLOAD_HOSTS: simulator.downloadHost,
    ZOOM_CDN_HOSTS: simulator.cdnHost,
    ZOOM_ALLOW_INSECURE: '1',
    // A month to come: nothing is read before a test looks at it. A scene that wants the past sets it empty.
    MATINEE_HISTORY_SINCE: '9999-12',
    MATINEE_INDEX_TRANSCRIPTS: 'off',
    MATINEE_DATA_DIR: dataDir,
    PORT: '0',
    LOG_FORMAT: 'json',
    LOG_LEVEL: 'warn',
  };
}

async function readAddress(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server has no stdout to read');
  const limit = AbortSignal.timeout(startLimitMs);
  const lines = createInterface({ input: child.stdout });
  limit.addEventListener('abort', () => lines.close());
  for await (const line of lines) {
    const entry = JSON.parse(line) as { event?: string; url?: string };
    if (entry.event === 'listening' && entry.url) return entry.url;
  }
  throw new Error('the server ended, or said nothing for too long, before it listened');
}
