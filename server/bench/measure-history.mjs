import { getJson, keepAlive, timeToFirstByte } from './http.mjs';
import { startServerProcess } from './processes.mjs';
import { percentile, round } from './statistics.mjs';

/** Requests a second, as the server is set by itself. */
const rate = 10;
const seconds = 20;
const pauseMs = 100;

async function untilMonthsAreRead(server, agent, count) {
  for (;;) {
    const months = await getJson(`${server.url}/api/months`, { agent });
    const complete = months.filter(({ state, sessions }) => state === 'complete' && sessions > 0);
    if (complete.length >= count) return complete.map(({ month }) => month);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A person who looks at months that are known, searches them, and looks at the strip, one thing after another. */
async function browse(server, agent, { months, untilMs }) {
  const samples = [];
  for (let call = 0; performance.now() < untilMs; call += 1) {
    const month = months[call % months.length];
    const urls = [
      `${server.url}/api/sessions?month=${month}`,
      `${server.url}/api/sessions?month=${month}&q=amber+review`,
      `${server.url}/api/months`,
    ];
    samples.push(await timeToFirstByte(urls[call % urls.length], { agent }));
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return samples;
}

/** The history at the rate it is set to, while a person browses. */
export async function measureHistory(simulator) {
  const server = await startServerProcess(simulator, { MATINEE_HISTORY_SINCE: '2000-01' });
  const agent = keepAlive();
  try {
    const months = await untilMonthsAreRead(server, agent, 2);
    const log = new URL('/_control/log', simulator.baseUrl);
    await fetch(log, { method: 'DELETE' });
    const started = performance.now();
    const samples = await browse(server, agent, { months, untilMs: started + seconds * 1000 });
    const elapsedSeconds = (performance.now() - started) / 1000;
    const requests = (await getJson(log, { agent })).length;
    const share = requests / elapsedSeconds / rate;
    return [
      ['history, of its rate, while a person browses', round(share * 100, 0), '%', 90, 'at least'],
      ['browsing while the history is read, p95', round(percentile(samples, 0.95)), 'ms', 100],
    ];
  } finally {
    agent.destroy();
    await server.stop();
  }
}
