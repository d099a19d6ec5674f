import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { get, getJson } from './http.mjs';
import { cpuSeconds, residentBytes, startServerProcess, startSimulatorProcess } from './processes.mjs';
import { downloadRaw } from './raw-download.mjs';
import { mebibyte, percentile, round } from './statistics.mjs';

const rounds = 3;

/** Programs that read a whole archive and compare every checksum, and how they are asked to. */
const readers = [
  { name: 'unzip', about: ['-v'], check: (path) => ['-tqq', path] },
  { name: 'python3', about: ['-V'], check: (path) => ['-m', 'zipfile', '-t', path] },
];

/** Saves the archive as a person would and has every program that is here read it; 0 faults is what is promised. */
async function checkArchive(url) {
  const folder = await mkdtemp(join(tmpdir(), 'matinee-bench-zip-'));
  const path = join(folder, 'session.zip');
  try {
    const answer = await get(url);
    await pipeline(answer, createWriteStream(path));
    const { size } = await stat(path);
    const rows = [
      ['ZIP: bytes more or less than announced', size - Number(answer.headers['content-length']), '', 0],
    ];
    for (const { name, about, check } of readers) {
      if (spawnSync(name, about).error) {
        console.log(`${name} is not here, so it does not read the ZIP.`);
        continue;
      }
      const child = spawn(name, check(path), { stdio: ['ignore', 'ignore', 'inherit'] });
      const [code] = await once(child, 'exit');
      rows.push([`ZIP: faults that ${name} finds`, code, '', 0]);
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One download of the whole archive: MB/s, processor seconds per GB, and by how many bytes the server grew. */
async function measureDownload(server, url) {
  const before = residentBytes(server.pid);
  const cpuBefore = cpuSeconds(server.pid);
  let peak = before;
  const look = setInterval(() => (peak = Math.max(peak, residentBytes(server.pid))), 100);
  const started = performance.now();
  const gigabytes = (await downloadRaw(url)) / 1e9;
  const seconds = (performance.now() - started) / 1000;
  clearInterval(look);
  const cpu = (cpuSeconds(server.pid) - cpuBefore) / gigabytes;
  return { rate: (gigabytes * 1000) / seconds, cpu, growth: peak - before };
}

/** A session of four files of 1.5 GiB as one ZIP. */
export async function measureZip() {
  const simulator = await startSimulatorProcess('serve-bytes.mjs');
  const server = await startServerProcess(simulator);
  try {
    const session = `${server.url}/api/sessions/${Buffer.from(simulator.zipZoomId).toString('base64url')}`;
    await getJson(session);
    // What any first download brings into memory is no growth by this one.
    await downloadRaw(`${server.url}/api/files/bench-zip-0/content`);
    const measured = [];
    for (let turn = 0; turn < rounds; turn += 1)
      measured.push(await measureDownload(server, `${session}/zip`));
    const median = (of) => percentile(measured.map(of), 0.5);
    return [
      [
        'ZIP of 4 × 1.5 GiB',
        round(
          median(({ rate }) => rate),
          0,
        ),
        'MB/s',
        400,
        'at least',
      ],
      [
        'ZIP: processor time of the server',
        round(
          median(({ cpu }) => cpu),
          2,
        ),
        's/GB',
        null,
      ],
      [
        'ZIP: memory grows by',
        round(Math.max(...measured.map(({ growth }) => growth)) / mebibyte),
        'MiB',
        64,
      ],
      ...(await checkArchive(`${session}/zip`)),
    ];
  } finally {
    await server.stop();
    await simulator.stop();
  }
}
