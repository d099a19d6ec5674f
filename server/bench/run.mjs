// `npm run bench`: the figures of README's table, measured on this machine, printed as a table and as JSON.
import { cpus } from 'node:os';
import { measureList } from './measure-list.mjs';
import { measureMedia } from './measure-media.mjs';
import { measureAbortedPlays, measureSlowReaders } from './measure-readers.mjs';
import { startServerProcess, startSimulatorProcess } from './processes.mjs';
import { round } from './statistics.mjs';

const starts = 5;

async function measureStart(simulator) {
  let slowest = 0;
  for (let start = 0; start < starts; start += 1) {
    const server = await startServerProcess(simulator);
    slowest = Math.max(slowest, server.readyMs);
    await server.stop();
  }
  return [['start to the ready line, slowest of 5', round(slowest / 1000, 2), 's', 2]];
}

function print([what, value, unit, atMost]) {
  const limit = atMost === null ? '' : `  at most ${atMost} ${unit}`;
  const verdict = atMost === null ? '' : value <= atMost ? '  kept' : '  BROKEN';
  console.log(`${what.padEnd(62)}${`${value} ${unit}`.padStart(14)}${limit}${verdict}`);
}

const simulator = await startSimulatorProcess();
const rows = await measureStart(simulator);
rows.forEach(print);
const server = await startServerProcess(simulator);
for (const measure of [measureList, measureMedia, measureSlowReaders, measureAbortedPlays]) {
  const measured = await measure({ server, simulator });
  measured.forEach(print);
  rows.push(...measured);
}
await server.stop();
await simulator.stop();

console.log(
  JSON.stringify({
    cores: cpus().length,
    node: process.version,
    rows: rows.map(([what, value, unit, atMost]) => ({ what, value, unit, atMost })),
  }),
);
process.exitCode = rows.some(([, value, , atMost]) => atMost !== null && !(value <= atMost)) ? 1 : 0;
