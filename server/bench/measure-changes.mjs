import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { getJson, keepAlive, timeToFirstByte } from './http.mjs';
import { startServerProcess, startSimulatorProcess } from './processes.mjs';
import { percentile, round } from './statistics.mjs';

const sessions = 10_000;
const kills = 5;
/** Calls a second: the light budget as it is when nobody sets another, so that this takes eleven minutes. */
const rate = 15;

/** 10,000 sessions go to the trash while people read and the server is killed; everything must be true afterwards. */
export async function measureChanges() {
  const simulator = await startSimulatorProcess('../dist/simulator/serve.js', [
    ...['--account', 'volume', '--sessions', String(sessions), '--rates', 'unlimited'],
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'matinee-bench-'));
  const settings = {
    MATINEE_DATA_DIR: join(folder, 'data'),
    MATINEE_ALLOW_CHANGES: '1',
    ZOOM_RATE_LIGHT: String(rate),
    ZOOM_RATE_MEDIUM: '100',
  };
  const run = { server: await startServerProcess(simulator, settings), samples: [], isOver: false };
  const items = await learnItems(run.server.url);
  const begun = performance.now();
  const { id } = await postChange(run.server.url, items);
  const acceptedMs = performance.now() - begun;
  const reading = readMeanwhile(run, id);
  for (let kill = 1; kill <= kills; kill += 1) {
    await untilDone(run.server.url, { id, count: (sessions / (kills + 1)) * kill });
    const { pid } = run.server;
    run.server = null;
    process.kill(pid, 'SIGKILL');
    run.server = await startServerProcess(simulator, settings);
  }
  await untilDone(run.server.url, { id, count: sessions });
  const seconds = (performance.now() - begun) / 1000;
  run.isOver = true;
  await reading;
  const truth = await compareWithZoom({ simulator, url: run.server.url });
  await run.server.stop();
  await simulator.stop();
  await rm(folder, { recursive: true, force: true });
  return [
    ['10,000 sessions: the wish is taken up', round(acceptedMs), 'ms', null],
    [`10,000 sessions to the trash at ${rate} calls/s, killed ${kills} times`, round(seconds), 's', null],
    ['reads meanwhile, p95', round(percentile(run.samples, 0.95)), 'ms', 100],
    ['recordings changed more or less than once', truth.notOnce, '', 0],
    ['calls without their line in the audit log, or lines without result', truth.unwritten, '', 0],
  ];
}

async function learnItems(url) {
  for (;;) {
    const { windows } = await getJson(`${url}/api/sessions`);
    if (windows.every(({ state }) => state === 'complete')) break;
    await wait(100);
  }
  const items = [];
  for (let cursor = ''; cursor !== null; ) {
    const page = await getJson(`${url}/api/sessions?limit=300${cursor === '' ? '' : `&cursor=${cursor}`}`);
    items.push(...page.sessions.map((session) => ({ sessionId: session.id })));
    cursor = page.nextCursor;
  }
  if (items.length !== sessions) throw new Error(`${items.length} of ${sessions} sessions are in the list`);
  return items;
}

async function postChange(url, items) {
  const headers = { 'x-matinee': '1', 'content-type': 'application/json', 'idempotency-key': 'bench' };
  const answer = await new Promise((resolve, reject) => {
    const call = request(`${url}/api/changes`, { method: 'POST', headers }, resolve);
    call.on('error', reject).end(JSON.stringify({ action: 'trash', items }));
  });
  const chunks = [];
  for await (const chunk of answer) chunks.push(chunk);
  if (answer.statusCode !== 202) throw new Error(`${answer.statusCode} ${Buffer.concat(chunks)}`);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** What an open page asks for, one answer after another; what a kill cuts off is no sample. */
async function readMeanwhile(run, id) {
  const paths = [
    '/api/sessions',
    '/api/sessions?trash=session_recordings',
    `/api/changes/${id}`,
    '/api/status',
  ];
  const agent = keepAlive();
  for (let turn = 0; !run.isOver; turn += 1) {
    const { server } = run;
    await wait(20);
    if (!server) continue;
    try {
      run.samples.push(await timeToFirstByte(`${server.url}${paths[turn % paths.length]}`, { agent }));
    } catch {
      agent.destroy();
    }
  }
  agent.destroy();
}

async function untilDone(url, { id, count }) {
  for (;;) {
    const { counts } = await getJson(`${url}/api/changes/${id}`);
    if (counts.done >= count) return;
    if (counts.failed + counts.unknown > 0) throw new Error(`some failed: ${JSON.stringify(counts)}`);
    await wait(100);
  }
}

async function compareWithZoom({ simulator, url }) {
  const log = await getJson(`${new URL(simulator.baseUrl).origin}/_control/log?host=api`);
  const calls = log.filter(({ method }) => method === 'DELETE');
  const times = new Map();
  for (const { path, status } of calls) if (status === 204) times.set(path, (times.get(path) ?? 0) + 1);
  const once = [...times.values()].filter((count) => count === 1).length;
  const lines = { all: 0, done: 0, sent: 0 };
  for (let cursor = ''; cursor !== null; ) {
    const place = cursor === '' ? '' : `&cursor=${cursor}`;
    const page = await getJson(`${url}/api/audit?limit=300${place}`);
    for (const { result } of page.entries) {
      lines.all += 1;
      if (result in lines) lines[result] += 1;
    }
    cursor = page.nextCursor;
  }
  const unwritten = Math.max(0, calls.length - lines.all) + Math.abs(sessions - lines.done) + lines.sent;
  return { notOnce: Math.abs(sessions - once) + (times.size - once), unwritten };
}
