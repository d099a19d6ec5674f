import { join } from 'node:path';
import Database from 'libsql';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Indexing } from '../src/contract/index.ts';
import { type Simulator, startSimulator } from '../src/simulator/simulator.ts';
import { spokenAccount } from '../src/simulator/spoken-account.ts';
import { spokenText, spokenWords } from '../src/simulator/spoken-text.ts';
import { ensureBuilt } from './built-server.ts';
import { type RunningProgram, runProgram } from './run-program.ts';
import { createScratchFolder } from './scratch-folder.ts';
import { until } from './until.ts';

const SESSIONS = 400;
const WORDS = 60;
/** So many transcripts are fetched by a run before it is ended. */
const RUNS = [
  { fetches: 25, signal: 'SIGKILL' },
  { fetches: 110, signal: 'SIGKILL' },
  { fetches: 60, signal: 'SIGTERM' },
  { fetches: 140, signal: 'SIGKILL' },
] as const;

const now = Date.now();
const days = 20;
const account = spokenAccount({ sessions: SESSIONS, days, now, wordsEach: WORDS });
const scratch = createScratchFolder();
const dataDir = join(scratch.path, 'data');
const dayBefore = (count: number) => new Date(now - count * 86_400_000).toISOString().slice(0, 10);
let simulator: Simulator;

beforeAll(async () => {
  await ensureBuilt();
  simulator = await startSimulator({ data: account, rates: 'unlimited' });
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
    ZOOM_RATE_MEDIUM: '1000',
    ZOOM_RATE_LIGHT: '1000',
    MATINEE_HISTORY_SINCE: dayBefore(days + 2).slice(0, 7),
    MATINEE_DATA_DIR: dataDir,
    LOG_FORMAT: 'json',
    LOG_LEVEL: 'warn',
    PORT: '0',
  });
}

const fetched = () => simulator.log.filter(({ host }) => host === 'cdn').length;

async function ask<Answer>(url: string, change?: { method: 'PUT'; body: string }): Promise<Answer> {
  const headers = { 'x-matinee': '1', 'content-type': 'application/json' };
  const { statusCode, body } = await request(url, change ? { ...change, headers } : {});
  expect(statusCode).toBe(200);
  return (await body.json()) as Answer; // the contract's, parsed by the tests of its routes
}

const indexingAt = async (url: string) =>
  (await ask<{ indexing: Indexing }>(`${url}/api/moments?q=`)).indexing;

/** What of the index is on the disk, when nobody has it open; `hits` by word. */
function readIndex(words: readonly string[]): { indexed: number; hits: Record<string, number> } {
  const database = new Database(join(dataDir, 'catalog.db'));
  try {
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    const count = (sql: string, ...values: string[]) =>
      (database.prepare(sql).all(...values) as { n: number }[])[0]?.n ?? 0; // the column that is named
    const search = 'SELECT count(*) AS n FROM moment_words WHERE moment_words MATCH ?';
    return {
      indexed: count('SELECT count(*) AS n FROM moment_files WHERE state = 0'),
      hits: Object.fromEntries(words.map((word) => [word, count(search, `text : "${word}"`)])),
    };
  } finally {
    database.close();
  }
}

function linesWith(word: string): number {
  const texts = Array.from({ length: SESSIONS }, (_, seed) => spokenText({ seed, words: WORDS }));
  const lines = texts.flatMap((text) => text.split('\r\n').filter((line) => line.includes(': ')));
  return lines.filter((line) => line.split(': ')[1]?.split(' ').includes(word)).length;
}

test('the index goes on where it was killed: nothing that is in it is fetched again, and nobody who writes meanwhile loses a word', async () => {
  let indexed = 0;
  const [session] = account.between?.(dayBefore(days), dayBefore(0)) ?? [];
  const id = Buffer.from(session?.session_id ?? '').toString('base64url');
  let acknowledged: unknown = null;
  for (const { fetches, signal } of RUNS) {
    const before = fetched();
    const program = start();
    const { url } = await program.ready();
    if (acknowledged) expect(await ask(`${url}/api/sessions/${id}/position`)).toEqual(acknowledged);
    await until(() => fetched() - before >= fetches);
    const body = JSON.stringify({ seconds: fetches, view: null });
    acknowledged = await ask(`${url}/api/sessions/${id}/position`, { method: 'PUT', body });
    program.child.kill(signal);
    const { code } = await program.ended();
    expect(code).toBe(signal === 'SIGTERM' ? 0 : null);
    expect(program.output.stdout).not.toContain('could not go on');
    expect(fetched() - before).toBeLessThanOrEqual(SESSIONS - indexed);
    const now = readIndex([]);
    expect(now.indexed).toBeGreaterThanOrEqual(indexed);
    indexed = now.indexed;
  }
  const before = fetched();
  const program = start();
  const { url } = await program.ready();
  await until(async () => {
    const { state, indexed: count } = await indexingAt(url);
    return state === 'done' && count === SESSIONS;
  });
  expect(fetched() - before).toBe(SESSIONS - indexed);
  program.child.kill('SIGTERM');
  expect((await program.ended()).code).toBe(0);
  const words = [0, 3, 40, 900].flatMap((at) => spokenWords()[at] ?? []);
  const hits = Object.fromEntries(words.map((word) => [word, linesWith(word)]));
  expect(readIndex(words)).toEqual({ indexed: SESSIONS, hits });
}, 120_000);
