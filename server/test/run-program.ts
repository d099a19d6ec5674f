import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { builtProgram } from './built-server.ts';
import { until } from './until.ts';

/** What `npm run serve` tells Node: a server without it needs more memory. */
const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const serveFlags: string[] = String(scripts.serve).match(/--\S+/g) ?? [];

export interface RunningProgram {
  child: ChildProcess;
  /** All that was written so far. */
  output: { stdout: string; stderr: string };
  /** Waits for the ready line; throws when the program ends before. */
  ready(): Promise<{ url: string; afterMs: number }>;
  /** The exit code; kills it after `ms`. */
  ended(ms?: number): Promise<{ code: number | null; afterMs: number }>;
}

/**
 * Runs the built server as its own process with exactly these settings. Without a `cwd` of its own it must not find the
 * developer's `.env`, whose account the empty settings hide.
 */
export function runProgram(
  settings: Record<string, string>,
  { cwd, program = builtProgram }: { cwd?: string; program?: string } = {},
): RunningProgram {
  const begun = Date.now();
  const noAccount: Record<string, string> = cwd ? {} : { ZOOM_API_KEY: '', ZOOM_API_SECRET: '' };
  const env = { PATH: process.env.PATH, HOME: '/nonexistent', ...noAccount, ...settings };
  const child = spawn(process.execPath, [...serveFlags, program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
    ...(cwd ? { cwd } : {}),
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => {
    output.stdout += text;
  });
  child.stderr.on('data', (text) => {
    output.stderr += text;
  });
  const exit = once(child, 'exit');
  return {
    child,
    output,
    async ready() {
      await until(() => output.stdout.includes('"listening"') || child.exitCode !== null, 15_000);
      const line = output.stdout.split('\n').find((text) => text.includes('"listening"'));
      if (!line) throw new Error(`it ended before it was ready: ${output.stderr}`);
      return { url: String(JSON.parse(line).url), afterMs: Date.now() - begun };
    },
    async ended(ms = 12_000) {
      const since = Date.now();
      const timer = setTimeout(() => child.kill('SIGKILL'), ms);
      const [code] = await exit;
      clearTimeout(timer);
      return { code, afterMs: Date.now() - since };
    },
  };
}
