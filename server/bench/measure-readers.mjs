import { connect } from 'node:net';
import { drain, get } from './http.mjs';
import { learnMediaMonth } from './learn-media-month.mjs';
import { openDescriptors, residentBytes } from './processes.mjs';
import { mebibyte, percentile, round } from './statistics.mjs';

const readers = 200;
const bytesPerSecond = 65_536;
const readSeconds = 10;
const warmUpPlays = 500;
const abortedPlays = 4_000;
const playsAtOnce = 40;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Reads at a steady slow pace: takes what has come four times a second, never more than its share. */
async function startSlowReader(url) {
  const answer = await get(url);
  const timer = setInterval(() => answer.read(bytesPerSecond / 4), 250);
  return () => {
    clearInterval(timer);
    answer.destroy();
  };
}

async function healthTimes(server) {
  const samples = [];
  for (const end = performance.now() + readSeconds * 1000; performance.now() < end; ) {
    const started = performance.now();
    (await get(`${server.url}/healthz`)).resume();
    samples.push(performance.now() - started);
    await sleep(50);
  }
  return samples;
}

/** Established connections from this machine to a port, as the kernel lists them. */
async function connectionsTo(port) {
  const { readFile } = await import('node:fs/promises');
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const table = await readFile('/proc/net/tcp', 'utf8');
  return table.split('\n').filter((line) => line.includes(`:${hex} 01 `)).length;
}

/** Bytes a second of somebody who reads the whole file as fast as it comes. */
async function fastRate(url) {
  const begun = performance.now();
  const bytes = await drain(await get(url));
  return bytes / ((performance.now() - begun) / 1000);
}

/** 200 readers at 64 KiB/s of a 256 MiB file, and a fast one beside them (promise M2). */
export async function measureSlowReaders({ server, simulator }) {
  const url = `${server.url}/api/files/bench-256mib/content`;
  const cdnPort = Number(simulator.cdnHost.split(':').at(-1));
  await learnMediaMonth(server);
  const alone = await fastRate(url);
  const before = residentBytes(server.pid);
  const stops = await Promise.all(Array.from({ length: readers }, () => startSlowReader(url)));
  const health = await healthTimes(server);
  const growth = residentBytes(server.pid) - before;
  const beside = await fastRate(url);
  for (const stop of stops) stop();
  await sleep(3000);
  return [
    ['200 slow readers: memory grows by', round(growth / mebibyte), 'MiB', 160],
    ['200 slow readers: a fast one keeps of its rate', round((100 * beside) / alone), '%', 50, 'at least'],
    ['200 slow readers: /healthz p99', round(percentile(health, 0.99)), 'ms', 100],
    ['200 slow readers: upstream connections 3 s after they left', await connectionsTo(cdnPort), '', 0],
  ];
}

function abortedPlay(server) {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on('error', reject);
    socket.on('close', resolve);
    socket.once('data', () => socket.resetAndDestroy());
    socket.write(`GET /api/files/bench-256mib/content HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
  });
}

async function playAndLeave(server, plays) {
  for (let done = 0; done < plays; done += playsAtOnce) {
    await Promise.all(Array.from({ length: playsAtOnce }, () => abortedPlay(server)));
  }
}

/** 4,000 plays that are left at their first byte (promise M3). */
export async function measureAbortedPlays({ server }) {
  await learnMediaMonth(server);
  await playAndLeave(server, warmUpPlays);
  await sleep(3000);
  const before = { memory: residentBytes(server.pid), descriptors: openDescriptors(server.pid) };
  await playAndLeave(server, abortedPlays);
  await sleep(5000);
  return [
    [
      '4,000 aborted plays: memory grows by',
      round((residentBytes(server.pid) - before.memory) / mebibyte),
      'MiB',
      64,
    ],
    [
      '4,000 aborted plays: descriptors more than before',
      openDescriptors(server.pid) - before.descriptors,
      '',
      5,
    ],
  ];
}
