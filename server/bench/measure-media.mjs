import { drain, get, keepAlive, timeToFirstByte } from './http.mjs';
import { learnMediaMonth } from './learn-media-month.mjs';
import { cpuSeconds } from './processes.mjs';
import { percentile, round } from './statistics.mjs';

const gibibyte = 1024 ** 3;
const seeks = 200;
const rangeBytes = 65_536;

function randomRange() {
  const start = Math.floor(Math.random() * (gibibyte - rangeBytes));
  return { range: `bytes=${start}-${start + rangeBytes - 1}` };
}

async function seekTimes(url, agent) {
  const samples = [];
  for (let seek = 0; seek < seeks; seek += 1) {
    samples.push(await timeToFirstByte(url, { agent, headers: randomRange() }));
  }
  return samples;
}

async function throughput(url, readers) {
  const agent = keepAlive(readers);
  const started = performance.now();
  const one = async () => drain(await get(url, { agent }));
  const bytes = await Promise.all(Array.from({ length: readers }, one));
  agent.destroy();
  const seconds = (performance.now() - started) / 1000;
  return bytes.reduce((sum, count) => sum + count, 0) / seconds / 1e6;
}

/** First bytes and throughput of a 1 GiB file, straight from the simulator and through the server. */
export async function measureMedia({ server, simulator }) {
  const through = `${server.url}/api/files/bench-1gib/content`;
  const direct = simulator.directUrl;
  await learnMediaMonth(server);
  const agent = keepAlive();
  await seekTimes(through, agent);
  const directP95 = percentile(await seekTimes(direct, agent), 0.95);
  const throughP95 = percentile(await seekTimes(through, agent), 0.95);
  agent.destroy();
  const straight = await throughput(direct, 1);
  const cpuBefore = cpuSeconds(server.pid);
  const ours = await throughput(through, 1);
  const cpuPerGigabyte = (cpuSeconds(server.pid) - cpuBefore) / (gibibyte / 1e9);
  return [
    ['first byte of a 64 KiB range, straight, p95', round(directP95), 'ms', null],
    ['first byte of a 64 KiB range, through, p95', round(throughP95), 'ms', null],
    ['added time to first byte, p95', round(throughP95 - directP95), 'ms', 15],
    ['one download of 1 GiB, straight', round(straight, 0), 'MB/s', null],
    ['one download of 1 GiB, through', round(ours, 0), 'MB/s', null],
    ['processor time of the server', round(cpuPerGigabyte, 2), 's/GB', null],
  ];
}
