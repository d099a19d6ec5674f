import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { drain, get, getJson, keepAlive, timeToFirstByte } from './http.mjs';
import { measureHistory } from './measure-history.mjs';
import { measureIdle } from './measure-idle.mjs';
import { residentBytes, startServerProcess, startSimulatorProcess } from './processes.mjs';
import { mebibyte, percentile, round } from './statistics.mjs';

const calls = 200;
const months = 60;
const megabyte = 1e6;

/** The n-th month before the current one, `2026-11`. */
function monthBefore(n) {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - n, 1)).toISOString().slice(0, 7);
}

const everywhere = `from=${monthBefore(months - 1)}-01&to=${monthBefore(0)}-28`;
const commonWords = ['amber', 'azure', 'bold', 'brisk', 'onboarding', 'standup', 'review', 'triage'];
const rareWords = ['warm', 'tidy', 'swift', 'young', 'audit', 'design', 'handover', 'refinement'];

/** A pair of words for each call; `number` makes it match a handful of sessions. */
function twoWords(words, call) {
  const first = words[call % 4];
  return `${first} ${words[4 + (Math.floor(call / 4) % 4)]}`;
}

function rarePair(call) {
  return `${rareWords[call % rareWords.length]} ${String((call * 7919) % 10_000).padStart(4, '0')}`;
}

async function p95(agent, urlOf) {
  const samples = [];
  for (let call = 0; call < calls; call += 1)
    samples.push(await timeToFirstByte(await urlOf(call), { agent }));
  return round(percentile(samples, 0.95));
}

/** Does some work and tells how much memory the server had at most meanwhile, in bytes. */
async function peakDuring(server, work) {
  let peak = residentBytes(server.pid);
  const watch = setInterval(() => {
    peak = Math.max(peak, residentBytes(server.pid));
  }, 50);
  try {
    return { result: await work(), peak };
  } finally {
    clearInterval(watch);
  }
}

/** Has every month read as a person would, and tells how many sessions came in a second. */
async function readEverything(server, agent, sessions) {
  const started = performance.now();
  const answer = await fetch(`${server.url}/api/refresh`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-matinee': '1' },
    body: JSON.stringify({ from: `${monthBefore(months - 1)}-01`, to: `${monthBefore(0)}-28` }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  for (;;) {
    const strip = await getJson(`${server.url}/api/months`, { agent });
    const found = strip.reduce((sum, month) => sum + month.sessions, 0);
    if (found === sessions && strip.slice(0, months).every((month) => month.state === 'complete')) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return sessions / ((performance.now() - started) / 1000);
}

function bytesOnDisk(dataDir) {
  return readdirSync(dataDir).reduce((sum, name) => sum + statSync(join(dataDir, name)).size, 0);
}

async function readExport(server, agent) {
  const answer = await get(`${server.url}/api/export?format=csv&${everywhere}`, { agent });
  if (answer.statusCode !== 200) throw new Error(`export: ${answer.statusCode}`);
  return drain(answer);
}

function labelOf(sessions) {
  return `${sessions.toLocaleString('en')} sessions`;
}

async function measureQueries(server, agent) {
  const list = `${server.url}/api/sessions`;
  const month = (call) => monthBefore(1 + (call % (months - 2)));
  const nextOf = new Map();
  for (let call = 0; call < months - 2; call += 1) {
    const page = await getJson(`${list}?month=${month(call)}`, { agent });
    nextOf.set(month(call), encodeURIComponent(page.nextCursor));
  }
  const year = (call) => `from=${monthBefore(13 + call)}-01&to=${monthBefore(2 + call)}-28`;
  const kinds = ['video', 'audio', 'transcript'];
  const next = (call) => `${list}?month=${month(call)}&cursor=${nextOf.get(month(call))}`;
  const search = (q) => `${list}?${everywhere}&q=${encodeURIComponent(q)}`;
  return [
    ['month, newest 50, p95', await p95(agent, (call) => `${list}?month=${month(call)}`), 'ms', 10],
    ['its next page, p95', await p95(agent, next), 'ms', 10],
    [
      'two common words everywhere, p95',
      await p95(agent, (call) => search(twoWords(commonWords, call))),
      'ms',
      50,
    ],
    ['a rare word and a number, p95', await p95(agent, (call) => search(rarePair(call))), 'ms', 100],
    ['totals of a year, p95', await p95(agent, (call) => `${list}?${year(call % 40)}&limit=1`), 'ms', 30],
    [
      'totals of a year by kind, p95',
      await p95(agent, (call) => `${list}?${year(call % 40)}&limit=1&kind=${kinds[call % 3]}`),
      'ms',
      30,
    ],
    ['strip of months, p95', await p95(agent, () => `${server.url}/api/months`), 'ms', 10],
    [
      'kind within a month, p95',
      await p95(agent, (call) => `${list}?month=${month(call)}&kind=${kinds[call % 3]}`),
      'ms',
      20,
    ],
    ['one very common word, p95', await p95(agent, (call) => search(commonWords[call % 8])), 'ms', null],
    [
      'two letters that are nowhere, p95',
      await p95(agent, (call) => search(['zq', 'qz', 'xq'][call % 3])),
      'ms',
      null,
    ],
    ['one letter everywhere, p95', await p95(agent, (call) => search('abc'[call % 3])), 'ms', null],
  ];
}

/** The whole library: reading all of it for the first time, then finding things in it. */
async function measureWhole(simulator, sessions) {
  const server = await startServerProcess(simulator, { ZOOM_RATE_MEDIUM: '1000' });
  const agent = keepAlive();
  try {
    const read = await peakDuring(server, () => readEverything(server, agent, sessions));
    const isFull = sessions >= 1_000_000;
    const size = bytesOnDisk(server.dataDir);
    const queries = await measureQueries(server, agent);
    const before = residentBytes(server.pid);
    const exported = await peakDuring(server, () => readExport(server, agent));
    const rows = [
      ['first full read', round(read.result, 0), 'sessions/s', 3000, 'at least'],
      ['memory while reading', round(read.peak / mebibyte), 'MiB', isFull ? 300 : 250],
      ['catalog on disk', round(size / megabyte), 'MB', isFull ? 800 : null],
      ...queries,
      ['export of all as CSV: memory grows by', round((exported.peak - before) / mebibyte), 'MiB', 64],
    ];
    return rows.map(([what, ...rest]) => [`${labelOf(sessions)}: ${what}`, ...rest]);
  } finally {
    agent.destroy();
    await server.stop();
  }
}

/** A library of that many sessions: read for the first time, searched, exported; then read at its usual rate, and looked at again. */
export async function measureLibrary({ sessions }) {
  const simulator = await startSimulatorProcess('serve-library.mjs', [String(sessions)]);
  try {
    return [
      ...(await measureWhole(simulator, sessions)),
      ...(await measureHistory(simulator)),
      ...(await measureIdle(simulator)),
    ];
  } finally {
    await simulator.stop();
  }
}
