import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const server = join(import.meta.dirname, '..');

/** The program as `npm run serve` starts it. */
export const builtProgram = join(server, 'dist', 'main.js');

/** The program of `npm run doctor`. */
export const builtDoctor = join(server, 'dist', 'doctor-main.js');

/** Builds the server unless what is built is newer than every source; several test files may call this at once. */
export async function ensureBuilt(): Promise<void> {
  const lock = join(server, 'dist', '.building');
  mkdirSync(join(server, 'dist'), { recursive: true });
  while (!tryLock(lock)) await wait(50);
  try {
    if (isFresh()) return;
    execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], {
      cwd: server,
      stdio: ['ignore', 'inherit', 'ignore'],
    });
  } finally {
    rmdirSync(lock);
  }
}

function tryLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    // Whoever died while building has left its lock behind.
    const isStale = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 60_000;
    if (isStale) rmdirSync(lock);
    return false;
  }
}

function isFresh(): boolean {
  const built = statSync(builtProgram, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync(join(server, 'src'), { recursive: true, encoding: 'utf8' });
  return sources.every(
    (name) => !name.endsWith('.ts') || statSync(join(server, 'src', name)).mtimeMs <= built,
  );
}
