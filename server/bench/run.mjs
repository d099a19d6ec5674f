// `npm run bench [-- part …] [--sessions 1000000]`: the figures of README's table, measured on this machine, printed as a
// table and as JSON. Parts: start, list, media, readers, bytes, changes, webhooks, zip, moments, library; all of them when none is named.
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureBytes } from './measure-bytes.mjs';
import { measureChanges } from './measure-changes.mjs';
import { measureLibrary } from './measure-library.mjs';
import { measureList } from './measure-list.mjs';
import { measureMedia } from './measure-media.mjs';
import { measureMoments } from './measure-moments.mjs';
import { measureAbortedPlays, measureSlowReaders } from './measure-readers.mjs';
import { measureWebhooks } from './measure-webhooks.mjs';
import { measureZip } from './measure-zip.mjs';
import { startServerProcess, startSimulatorProcess } from './processes.mjs';
import { round } from './statistics.mjs';

const starts = 5;

async function measureStart({ simulator }) {
  let slowest = 0;
  for (let start = 0; start < starts; start += 1) {
    const server = await startServerProcess(simulator);
    slowest = Math.max(slowest, server.readyMs);
    await server.stop();
  }
  return [['start to the ready line, slowest of 5', round(slowest / 1000, 2), 's', 2]];
}

/** What is measured against the bench's small account, each by a server of its own: memory remembers what came before. */
const smallParts = {
  start: [measureStart],
  list: [measureList],
  media: [measureMedia],
  readers: [measureSlowReaders, measureAbortedPlays],
};

function isKept([, value, , limit, sense = 'at most']) {
  return limit === null || (sense === 'at most' ? value <= limit : value >= limit);
}

function print(row) {
  const [what, value, unit, limit, sense = 'at most'] = row;
  const promise = limit === null ? '' : `  ${sense} ${limit} ${unit}  ${isKept(row) ? 'kept' : 'BROKEN'}`;
  console.log(`${what.padEnd(66)}${`${value} ${unit}`.padStart(18)}${promise}`);
}

async function measureSmall(parts) {
  if (parts.length === 0) return [];
  const simulator = await startSimulatorProcess();
  const rows = [];
  for (const measure of parts.flatMap((part) => smallParts[part])) {
    const server = await startServerProcess(simulator);
    const measured = await measure({ server, simulator });
    measured.forEach(print);
    rows.push(...measured);
    await server.stop();
  }
  await simulator.stop();
  return rows;
}

const { values, positionals } = parseArgs({
  options: { sessions: { type: 'string', default: '100000' } },
  allowPositionals: true,
});
/** What brings servers, accounts and proxies of its own. */
const largeParts = {
  bytes: measureBytes,
  changes: measureChanges,
  webhooks: measureWebhooks,
  zip: measureZip,
  moments: () => measureMoments({ transcripts: 50_000 }),
  library: () => measureLibrary({ sessions: Number(values.sessions) }),
};

const known = [...Object.keys(smallParts), ...Object.keys(largeParts)];
const parts = positionals.length === 0 ? known : positionals;
const unknown = parts.filter((part) => !known.includes(part));
if (unknown.length > 0)
  throw new Error(`No such part: ${unknown.join(', ')}. Parts are ${known.join(', ')}.`);

const loadBefore = loadavg()[0];
const rows = await measureSmall(parts.filter((part) => part in smallParts));
for (const part of parts.filter((name) => name in largeParts)) {
  const measured = await largeParts[part]();
  measured.forEach(print);
  rows.push(...measured);
}
console.log(
  JSON.stringify({
    cores: cpus().length,
    node: process.version,
    load: { before: round(loadBefore), after: round(loadavg()[0]) },
    rows: rows.map((row) => {
      const [what, value, unit, limit, sense = 'at most'] = row;
      return { what, value, unit, limit, sense, kept: isKept(row) };
    }),
  }),
);
process.exitCode = rows.every(isKept) ? 0 : 1;
