import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent as TlsAgent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getJson, keepAlive, timeToFirstByte } from './http.mjs';
import { findNginx, startNginx } from './nginx.mjs';
import { cpuSeconds, residentBytes, startServerProcess, startSimulatorProcess } from './processes.mjs';
import { downloadRaw } from './raw-download.mjs';
import { mebibyte, percentile, round } from './statistics.mjs';

const gibibyte = 1024 ** 3;
const rangeBytes = 65_536;
const seeks = 200;
const rounds = 5;
const many = 16;

/** What a download of so many readers took: MB/s, processor seconds per GB and the most memory of the process between. */
async function measureDownload({ url, pid, ca }, readers) {
  const cpuBefore = pid ? cpuSeconds(pid) : 0;
  let peak = 0;
  const look = pid && setInterval(() => (peak = Math.max(peak, residentBytes(pid))), 100);
  const started = performance.now();
  await Promise.all(Array.from({ length: readers }, () => downloadRaw(url, { ca })));
  const seconds = (performance.now() - started) / 1000;
  clearInterval(look);
  const gigabytes = (readers * gibibyte) / 1e9;
  return {
    rate: (gigabytes * 1000) / seconds,
    cpu: pid ? (cpuSeconds(pid) - cpuBefore) / gigabytes : Number.NaN,
    peak,
  };
}

async function seekP95({ url, ca }) {
  const agent = ca ? new TlsAgent({ keepAlive: true, ca, servername: 'localhost' }) : keepAlive();
  const samples = [];
  for (let seek = -20; seek < seeks; seek += 1) {
    const start = Math.floor(Math.random() * (gibibyte - rangeBytes));
    const headers = { range: `bytes=${start}-${start + rangeBytes - 1}` };
    const elapsed = await timeToFirstByte(url, { agent, headers });
    if (seek >= 0) samples.push(elapsed);
  }
  agent.destroy();
  return percentile(samples, 0.95);
}

const median = (samples) => percentile(samples, 0.5);

/** Every way in turn, again and again, so that what else the machine does hits all of them alike; warm, as servers are. */
async function measureWays(ways) {
  for (const way of ways) await measureDownload(way, 1);
  const found = new Map(ways.map((way) => [way.name, { one: [], seeks: [] }]));
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const way of ways) {
      found.get(way.name).one.push(await measureDownload(way, 1));
      found.get(way.name).seeks.push(await seekP95(way));
    }
  }
  for (const way of ways) found.get(way.name).many = await measureDownload(way, many);
  return found;
}

function toRows(wire, name, { one, seeks: firstBytes, many: sixteen }) {
  const label = `${wire}, ${name}`;
  const measured = [
    [`${label}: one download`, round(median(one.map(({ rate }) => rate)), 0), 'MB/s', null],
    [`${label}: sixteen downloads`, round(sixteen.rate, 0), 'MB/s', null],
    [`${label}: first byte of a range, p95`, round(median(firstBytes), 2), 'ms', null],
  ];
  if (name === 'straight') return measured;
  return [
    ...measured,
    [`${label}: processor time, one`, round(median(one.map(({ cpu }) => cpu)), 2), 's/GB', null],
    [`${label}: processor time, sixteen`, round(sixteen.cpu, 2), 's/GB', null],
    [`${label}: memory at most, sixteen`, round(sixteen.peak / mebibyte, 0), 'MiB', null],
  ];
}

/** How we stand to the better of the two nginx. */
function toRatios(wire, found, goal) {
  const [ours, ...theirs] = ['Matinee', 'nginx', 'nginx unbuffered'].map((name) => found.get(name));
  const oneOf = ({ one }) => median(one.map(({ rate }) => rate));
  const ratio = (of) => round(of(ours) / Math.max(...theirs.map(of)), 2);
  const first = median(ours.seeks) / Math.min(...theirs.map(({ seeks: samples }) => median(samples)));
  return [
    [`${wire}: one download, share of the better nginx`, ratio(oneOf), '', goal, 'at least'],
    [
      `${wire}: sixteen downloads, share of the better nginx`,
      ratio(({ many: m }) => m.rate),
      '',
      goal,
      'at least',
    ],
    [`${wire}: first byte p95, times the better nginx`, round(first, 2), '', 1.5],
  ];
}

/** Does some work with what is started for it, and stops all of that, last one first, however the work ends. */
async function withStarted(work) {
  const stops = [];
  try {
    return await work((started) => {
      stops.unshift(started.stop);
      return started;
    });
  } finally {
    for (const stop of stops) await stop();
  }
}

/** Puts the certificate where Node reads what else it shall trust; no setting for a CDN that speaks plain HTTP. */
async function trust(ca) {
  if (!ca) return { settings: {}, stop: () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'matinee-bench-ca-'));
  const file = join(folder, 'ca.pem');
  await writeFile(file, ca);
  return {
    settings: { NODE_EXTRA_CA_CERTS: file },
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

function measureWire({ wire, goal }) {
  return withStarted(async (keep) => {
    const simulator = keep(await startSimulatorProcess('serve-bytes.mjs', wire === 'TLS' ? ['tls'] : []));
    const { ca, directUrl, fileZoomId } = simulator;
    const { settings } = keep(await trust(ca));
    const server = keep(await startServerProcess(simulator, settings));
    const nginx = findNginx() ? keep(await startNginx({ directUrl, ca })) : null;
    await getJson(`${server.url}/api/sessions/${Buffer.from(fileZoomId).toString('base64url')}`);
    const proxies = nginx
      ? [
          { name: 'nginx', url: nginx.buffered, pid: nginx.pid },
          { name: 'nginx unbuffered', url: nginx.unbuffered, pid: nginx.pid },
        ]
      : [];
    const found = await measureWays([
      { name: 'straight', url: directUrl, ca },
      ...proxies,
      { name: 'Matinee', url: `${server.url}/api/files/bench-1gib/content`, pid: server.pid },
    ]);
    const rows = [...found].flatMap(([name, measured]) => toRows(wire, name, measured));
    return nginx ? [...rows, ...toRatios(wire, found, goal)] : rows;
  });
}

/** A file of 1 GiB straight, through nginx and through the server, with the CDN over TLS (as Zoom's is) and plain. */
export async function measureBytes() {
  if (!findNginx())
    console.log('nginx is not here, so its rows are left out. On Debian: apt-get install nginx-light');
  return [
    ...(await measureWire({ wire: 'TLS', goal: 0.9 })),
    ...(await measureWire({ wire: 'plain', goal: 0.6 })),
  ];
}
