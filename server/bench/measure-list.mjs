import { getJson, keepAlive, timeToFirstByte } from './http.mjs';
import { percentile, round } from './statistics.mjs';

const calls = 300;

async function untilComplete(url, agent) {
  for (;;) {
    const { windows } = await getJson(url, { agent });
    if (windows.every((window) => window.state === 'complete')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function p95(agent, url) {
  const samples = [];
  for (let call = 0; call < calls; call += 1) samples.push(await timeToFirstByte(url, { agent }));
  return percentile(samples, 0.95);
}

/** The list of a month of 10,000 sessions, at the HTTP edge, one asker after another. */
export async function measureList({ server }) {
  const agent = keepAlive();
  const url = `${server.url}/api/sessions`;
  const started = performance.now();
  await untilComplete(url, agent);
  const readSeconds = (performance.now() - started) / 1000;
  const first = await getJson(url, { agent });
  const second = `${url}?cursor=${encodeURIComponent(first.nextCursor)}`;
  const rows = [
    ['first read of the month (10,000 sessions, 10 requests/s)', round(readSeconds), 's', null],
    ['list, 50 rows, p95', round(await p95(agent, url)), 'ms', 15],
    ['list, next page, p95', round(await p95(agent, second)), 'ms', 15],
    ['list, search of a name, p95', round(await p95(agent, `${url}?q=triage-77`)), 'ms', null],
    ['list, sorted by size, p95', round(await p95(agent, `${url}?sort=-size`)), 'ms', null],
  ];
  agent.destroy();
  return rows;
}
