import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getJson, keepAlive, timeToFirstByte } from './http.mjs';
import { cpuSeconds, residentBytes, startServerProcess, startSimulatorProcess } from './processes.mjs';
import { mebibyte, percentile, round } from './statistics.mjs';

const calls = 200;
const megabyte = 1e6;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Has every month read as a person would. */
async function readLists(server) {
  const from = new Date(Date.now() - 1501 * 86_400_000).toISOString().slice(0, 10);
  const to = new Date().toISOString().slice(0, 10);
  const answer = await fetch(`${server.url}/api/refresh`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-matinee': '1' },
    body: JSON.stringify({ from, to }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

async function untilListed(server, sessions) {
  for (;;) {
    const months = await getJson(`${server.url}/api/months`);
    if (months.reduce((sum, month) => sum + month.sessions, 0) === sessions) return;
    await sleep(200);
  }
}

async function indexing(server) {
  return (await getJson(`${server.url}/api/moments?q=`)).indexing;
}

/** Lets the index be made while a person looks at lists, and tells how fast it was and how long that person waited. */
async function watchIndexing(server, agent, sessions) {
  const waits = [];
  let peak = 0;
  const { indexed: before } = await indexing(server);
  const started = performance.now();
  const cpuBefore = cpuSeconds(server.pid);
  for (;;) {
    waits.push(await timeToFirstByte(`${server.url}/api/sessions`, { agent }));
    peak = Math.max(peak, residentBytes(server.pid));
    const { indexed, state } = await indexing(server);
    if (indexed === sessions && state === 'done') break;
    await sleep(100);
  }
  const seconds = (performance.now() - started) / 1000;
  const count = sessions - before;
  const cpuMs = ((cpuSeconds(server.pid) - cpuBefore) * 1000) / count;
  return { perSecond: count / seconds, cpuMs, waits, peak };
}

async function p95(server, agent, query) {
  const samples = [];
  let found = 0;
  for (let call = 0; call < calls; call += 1) {
    const url = `${server.url}/api/moments?q=${encodeURIComponent(query(call))}`;
    samples.push(await timeToFirstByte(url, { agent }));
    if (call < 20) found += (await getJson(url, { agent })).moments.length;
  }
  return { ms: round(percentile(samples, 0.95)), found };
}

async function measureQueries(server, agent, words) {
  const common = (call) => words[(call * 7) % 50];
  const middle = (call) => words[50 + ((call * 37) % 950)];
  const rare = (call) => words[1000 + ((call * 101) % 4000)];
  const kinds = [
    ['two common words', (call) => `${common(call)} ${common(call + 3)} `],
    ['a common and a middling word', (call) => `${common(call)} ${middle(call)} `],
    ['two middling words', (call) => `${middle(call)} ${middle(call + 11)} `],
    ['two rare words', (call) => `${rare(call)} ${rare(call + 5)} `],
    ['a word and the beginning of another', (call) => `${middle(call)} ${middle(call + 29).slice(0, 4)}`],
    ['two words in quotes', (call) => `"${common(call)} ${middle(call)}"`],
  ];
  const rows = [];
  for (const [what, query] of kinds) {
    const { ms, found } = await p95(server, agent, query);
    rows.push([`${what}, p95 (${found} moments on 20 pages)`, ms, 'ms', 100]);
  }
  return rows;
}

function bytesOnDisk(dataDir) {
  return readdirSync(dataDir).reduce((sum, name) => sum + statSync(join(dataDir, name)).size, 0);
}

/** What was said: reading all transcripts of a library, and finding words in them. */
export async function measureMoments({ transcripts }) {
  const simulator = await startSimulatorProcess('serve-spoken.mjs', [String(transcripts)]);
  const server = await startServerProcess(simulator, {
    ZOOM_RATE_MEDIUM: '1000',
    ZOOM_RATE_LIGHT: '1000',
    MATINEE_INDEX_TRANSCRIPTS: 'on',
  });
  const agent = keepAlive();
  try {
    await readLists(server);
    await untilListed(server, transcripts);
    const { perSecond, cpuMs, waits, peak } = await watchIndexing(server, agent, transcripts);
    const rows = [
      ['indexing', round(perSecond, 0), 'transcripts/s', 300, 'at least'],
      ['processor time of the server for each', round(cpuMs, 2), 'ms', null],
      ['a list meanwhile, p95', round(percentile(waits, 0.95)), 'ms', 100],
      ['memory meanwhile', round(peak / mebibyte), 'MiB', null],
      ['catalog on disk', round(bytesOnDisk(server.dataDir) / megabyte), 'MB', null],
      ...(await measureQueries(server, agent, simulator.words)),
    ];
    const label = `${transcripts.toLocaleString('en')} transcripts`;
    return rows.map(([what, ...rest]) => [`${label}: ${what}`, ...rest]);
  } finally {
    agent.destroy();
    await server.stop();
    await simulator.stop();
  }
}
