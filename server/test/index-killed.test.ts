import { join } from 'node:path';
import Database from 'libsql';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MomentsPage } from '../src/contract/index.ts';
import {
  createAccount,
  type SimulatedSession,
  simulatedFile,
  simulatedSession,
} from '../src/simulator/account.ts';
import { type Simulator, startSimulator } from '../src/simulator/simulator.ts';
import { toZoomTime } from '../src/simulator/utc-date.ts';
import { ensureBuilt } from './built-server.ts';
import { type RunningProgram, runProgram } from './run-program.ts';
import { createScratchFolder } from './scratch-folder.ts';
import { until } from './until.ts';

const kills = 4;
/** Several rounds of the reader (indexer.ts): each kill cuts another one. */
const sessionCount = 300;
const linesPerFile = 4;
/** A transcript and a chat each. */
const fileCount = sessionCount * 2;

let simulator: Simulator;
const scratch = createScratchFolder();

beforeAll(async () => {
  await ensureBuilt();
  simulator = await startSimulator({ data: createAccount(spokenSessions()), rates: 'unlimited' });
}, 60_000);
afterAll(async () => {
  await simulator.stop();
  scratch.remove();
});

const firstMs = Date.parse('2026-03-04T12:00:00Z');

/** Each begins a second after the one before it, so that an address of the CDN tells which file it leads to. */
function spokenSessions(): SimulatedSession[] {
  return Array.from({ length: sessionCount }, (_, at) => {
    const time = toZoomTime(firstMs + at * 1000);
    const file = (id: string, recordingType: string, text: string) =>
      simulatedFile({
        id,
        recording_type: recordingType,
        recording_start: time,
        content: { kind: 'bytes', bytes: Buffer.from(text) },
      });
    return simulatedSession({
      session_id: `session-${at}==`,
      start_time: time,
      recording_files: [
        file(`words-${at}`, 'audio_transcript', transcriptOf(at)),
        file(`chat-${at}`, 'chat_file', chatOf(at)),
      ],
    });
  });
}

function transcriptOf(at: number): string {
  const cue = (line: number) =>
    `00:00:1${line}.000 --> 00:00:1${line + 1}.000\r\nAda: spoken heron ${at} ${line}`;
  return `WEBVTT\r\n\r\n${Array.from({ length: linesPerFile }, (_, line) => cue(line)).join('\r\n\r\n')}\r\n`;
}

function chatOf(at: number): string {
  const row = (line: number) => `00:00:3${line}\tSam:\ttyped heron ${at} ${line}\r\n`;
  return Array.from({ length: linesPerFile }, (_, line) => row(line)).join('');
}

const settings = () => ({
  ZOOM_API_KEY: simulator.credentials.apiKey,
  ZOOM_API_SECRET: simulator.credentials.apiSecret,
  ZOOM_API_BASE_URL: simulator.baseUrl,
  ZOOM_DOWNLOAD_HOSTS: simulator.downloadHost,
  ZOOM_CDN_HOSTS: simulator.cdnHost,
  ZOOM_ALLOW_INSECURE: '1',
  ZOOM_RATE_LIGHT: '40',
  ZOOM_RATE_MEDIUM: '200',
  MATINEE_HISTORY_SINCE: '9999-12',
  MATINEE_DATA_DIR: join(scratch.path, 'data'),
  LOG_FORMAT: 'json',
  PORT: '0',
});

async function start(): Promise<{ program: RunningProgram; url: string }> {
  const program = runProgram(settings());
  const { url } = await program.ready();
  return { program, url };
}

async function find(url: string, cursor: string | null): Promise<MomentsPage> {
  const { body } = await request(
    `${url}/api/moments?q=heron&limit=100${cursor === null ? '' : `&cursor=${cursor}`}`,
  );
  return MomentsPage.parse(await body.json());
}

/** Every line that can be found, `file line`. */
async function findAll(url: string): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: MomentsPage = await find(url, cursor);
    found.push(...page.moments.map(({ fileId, lineIndex }) => `${fileId} ${lineIndex}`));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

const fileOf = (line: string) => line.split(' ')[0] ?? '';

/** Ids of the files whose bytes the CDN was asked for, from the `from`th of all requests on: `…/GMT20260304-120005_Recording.transcript.vtt`. */
function fetchedSince(from: number): string[] {
  const asked = simulator.log.slice(from).filter(({ host }) => host === 'cdn');
  return asked.map(({ path }) => {
    const [, hours, minutes, seconds] = /GMT\d+-(\d\d)(\d\d)(\d\d)_/.exec(path) ?? [];
    const at = (Number(hours) - 12) * 3600 + Number(minutes) * 60 + Number(seconds);
    return `${path.endsWith('.vtt') ? 'words' : 'chat'}-${at}`;
  });
}

const everyLine = Array.from({ length: sessionCount }, (_, at) =>
  ['words', 'chat'].flatMap((kind) =>
    Array.from({ length: linesPerFile }, (_, line) => `${kind}-${at} ${line}`),
  ),
).flat();

test(`killed ${kills} times while it reads words, it loses none, finds none twice and fetches nothing that it has`, async () => {
  let known = new Set<string>();
  const sizes: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const asked = simulator.log.length;
    const { program, url } = await start();
    // The first run learns of the sessions by this, the others know them.
    await request(`${url}/api/sessions?month=2026-03&limit=1`).then(({ body }) => body.dump());
    const { size } = known;
    await until(async () => (await find(url, null)).indexing.indexed > size, 30_000);
    const found = new Set((await findAll(url)).map(fileOf));
    program.child.kill('SIGKILL');
    await program.ended();
    expect(fetchedSince(asked).filter((id) => known.has(id))).toEqual([]);
    expect([...known].filter((id) => !found.has(id))).toEqual([]);
    sizes.push(found.size);
    known = found;
  }
  // The first kill at least came while there was much to do.
  expect(sizes[0]).toBeLessThan(fileCount);
  const asked = simulator.log.length;
  const { program, url } = await start();
  await until(async () => (await find(url, null)).indexing.state === 'done', 60_000);
  expect((await find(url, null)).indexing).toEqual({
    state: 'done',
    files: fileCount,
    indexed: fileCount,
    failed: 0,
  });
  expect((await findAll(url)).toSorted()).toEqual(everyLine.toSorted());
  expect(fetchedSince(asked).filter((id) => known.has(id))).toEqual([]);
  program.child.kill('SIGTERM');
  await program.ended();
  const database = new Database(join(scratch.path, 'data', 'catalog.db'));
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  database.close();
}, 180_000);
