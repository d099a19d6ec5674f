import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { keepAlive } from './http.mjs';
import { startServerProcess, startSimulatorProcess } from './processes.mjs';
import { percentile, round } from './statistics.mjs';

const secret = 'bench-webhook-secret-0001';
const seconds = 10;
const perSecond = 100;

/** A second of events comes every second, as fast as Zoom could send them; each must be kept before it is answered. */
export async function measureWebhooks() {
  const simulator = await startSimulatorProcess();
  const server = await startServerProcess(simulator, { ZOOM_WEBHOOK_SECRET: secret });
  const agent = keepAlive(16);
  const deliveries = [];
  for (let count = 0; count < seconds * perSecond; count += 1) {
    deliveries.push(deliver(server.url, { agent, count }));
    await wait(1000 / perSecond);
  }
  const answers = await Promise.all(deliveries);
  agent.destroy();
  await server.stop();
  await simulator.stop();
  const refused = answers.filter(({ status }) => status !== 204).length;
  const times = answers.map(({ ms }) => ms);
  return [
    [`${perSecond} events a second: answered, p99`, round(percentile(times, 0.99)), 'ms', 1000],
    [`${perSecond} events a second: not taken`, refused, '', 0],
  ];
}

async function deliver(url, { agent, count }) {
  const object = { session_id: `bench-${count}`, session_name: 'bench' };
  const body = JSON.stringify({
    event: 'session.recording_completed',
    payload: { account_id: 'bench', object },
    event_ts: Date.now(),
  });
  const stamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-zm-request-timestamp': stamp,
    'x-zm-signature': `v0=${digest}`,
  };
  const begun = performance.now();
  const status = await new Promise((resolve, reject) => {
    const call = request(`${url}/webhooks/zoom`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    });
    call.on('error', reject).end(body);
  });
  return { status, ms: performance.now() - begun };
}
