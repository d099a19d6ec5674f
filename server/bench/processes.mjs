import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const dist = join(import.meta.dirname, '../dist');
/** What `npm run serve` tells Node. */
const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
const flags = scripts.serve.match(/--\S+/g);

async function readLine(child, event) {
  for await (const line of createInterface({ input: child.stdout })) {
    const entry = JSON.parse(line);
    if (entry.event === event) return entry;
  }
  throw new Error(`the process ended before it said "${event}"`);
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Starts the simulator as a process of its own, so that its work does not count as ours. */
export async function startSimulatorProcess(program = 'serve-account.mjs', args = []) {
  const child = spawn(process.execPath, [join(import.meta.dirname, program), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const simulator = await readLine(child, 'simulator');
  return { ...simulator, pid: child.pid, stop: () => end(child) };
}

/** Starts the built server against a simulator; `readyMs` is the time from spawn to its ready line. */
export async function startServerProcess(simulator, settings = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'matinee-bench-'));
  const started = performance.now();
  const child = spawn(process.execPath, [...flags, join(dist, 'main.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      ZOOM_API_KEY: simulator.apiKey,
      ZOOM_API_SECRET: simulator.apiSecret,
      ZOOM_API_BASE_URL: simulator.baseUrl,
      ZOOM_DOWNLOAD_HOSTS: simulator.downloadHost,
      ZOOM_CDN_HOSTS: simulator.cdnHost,
      ZOOM_ALLOW_INSECURE: '1',
      // A month to come: nothing is read by itself beside what is measured.
      MATINEE_HISTORY_SINCE: '9999-12',
      MATINEE_INDEX_TRANSCRIPTS: 'off',
      MATINEE_DATA_DIR: dataDir,
      PORT: '0',
      LOG_FORMAT: 'json',
      LOG_LEVEL: 'warn',
      ...settings,
    },
  });
  const { url } = await readLine(child, 'listening');
  const readyMs = performance.now() - started;
  const stop = async () => {
    await end(child);
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url, pid: child.pid, readyMs, dataDir, stop };
}

/** Resident memory of a process in bytes (Linux). */
export function residentBytes(pid) {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+) kB$/m);
  return Number(line?.[1] ?? Number.NaN) * 1024;
}

/** Open descriptors of a process (Linux). */
export function openDescriptors(pid) {
  return readdirSync(`/proc/${pid}/fd`).length;
}

/** Seconds of processor time a process has used so far (Linux, 100 ticks a second). */
export function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
