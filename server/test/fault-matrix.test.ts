import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fault, RouteKind } from '../src/simulator/fault.ts';
import { createCanarySearch } from './canaries.ts';
import { assertContract } from './contract-of.ts';
import { sampleSessions, sampleZoomId, toSessionId, videoId } from './sample-sessions.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';
import { until } from './until.ts';

const apiKey = 'canaryKey_b7Xq29LmZw4T';
const apiSecret = 'canarySecret_Jt5kPz81RnVhQw3E';
const echo = `told: ${apiSecret} of ${apiKey}`;
const everywhere: readonly RouteKind[] = ['api-list', 'api-session', 'web-download', 'cdn'];
let matinee: TestMatinee;

/** Everything Zoom's side can do wrong; the last ones are remembered for long and so come last. */
const matrix: readonly Fault[] = [
  ...[400, 404, 409, 418, 500, 501, 502, 503, 504].map(
    (status): Fault => ({ kind: 'status', status, body: { code: 300, message: echo } }),
  ),
  { kind: 'status', status: 302, headers: { location: `http://169.254.169.254/${apiSecret}` } },
  { kind: 'html', html: `<!doctype html><p>${echo}` },
  { kind: 'malformed-json' },
  { kind: 'wrong-shape', body: { sessions: [{ session_id: 7, note: echo }, null, []], next_page_token: '' } },
  { kind: 'wrong-shape', body: echo },
  { kind: 'empty-body' },
  { kind: 'oversized-json' },
  { kind: 'deep-json' },
  { kind: 'gzip-bomb' },
  { kind: 'refuse' },
  { kind: 'reset-at', byte: 40 },
  { kind: 'fin-at', byte: 40, framing: 'length' },
  { kind: 'fin-at', byte: 40, framing: 'chunked' },
  { kind: 'fin-at', byte: 40, framing: 'close' },
  { kind: 'wrong-length', by: 50 },
  { kind: 'wrong-length', by: -50 },
  { kind: 'slow-headers', everyMs: 5000 },
  { kind: 'drip', bytes: 1, everyMs: 300 },
  { kind: 'stall-at', byte: 40 },
  { kind: 'headers', headers: { 'content-type': 'text/html', 'x-leak': apiSecret, 'set-cookie': echo } },
  { kind: 'rate-limit', per: 'concurrency' },
  { kind: 'rate-limit', per: 'second' },
  { kind: 'permission-denied' },
  { kind: 'unauthorized', message: echo },
  { kind: 'rate-limit', per: 'day' },
];

beforeAll(async () => {
  matinee = await startTestMatinee({
    sessions: sampleSessions(),
    settings: { ZOOM_RATE_MEDIUM: '500', ZOOM_RATE_LIGHT: '500' },
    simulator: { credentials: { apiKey, apiSecret }, rates: 'unlimited' },
  });
  await until(async () => (await known()).windows[0].state === 'complete');
});
afterAll(() => matinee.stop());

const known = async () => (await matinee.get('/api/sessions?month=2026-03')).body;

/** Days that were asked about by nobody before, because equal questions are asked once. */
let day = 0;
function freshDay(): string {
  day += 1;
  return new Date(Date.UTC(2024, 0, day)).toISOString().slice(0, 10);
}

interface Told {
  path: string;
  status: number;
  text: string;
}

/** Reads an answer whole, or as far as it comes; a person who waits longer than `ms` leaves. */
async function ask(path: string, ms: number): Promise<Told> {
  const signal = AbortSignal.timeout(ms);
  try {
    const answer = await request(`${matinee.url}${path}`, { signal, headers: { range: 'bytes=0-999' } });
    const contentType = String(answer.headers['content-type'] ?? '');
    const head = JSON.stringify(answer.headers);
    const text = await answer.body.text().catch((error: unknown) => String(error));
    if (answer.statusCode >= 400) {
      const pathname = path.split('?', 1)[0] ?? '';
      assertContract({ path: pathname, status: answer.statusCode, contentType, body: JSON.parse(text) });
    }
    return { path, status: answer.statusCode, text: head + text };
  } catch (error) {
    if (!signal.aborted) throw error;
    return { path, status: 0, text: '' };
  }
}

test('answers every fault of Zoom’s side with data or a problem, keeps every row and tells no secret (U1, S2, C4)', async () => {
  const answers: Told[] = [];
  for (const fault of matrix) {
    matinee.simulator.faults.clear();
    matinee.simulator.faults.expireSignedAddresses();
    matinee.simulator.faults.expireDownloadAddresses();
    for (const on of everywhere) matinee.simulator.faults.add(on, fault);
    const date = freshDay();
    const isSlow = ['slow-headers', 'drip', 'stall-at'].includes(fault.kind);
    const ms = isSlow ? 1500 : 15_000;
    const told = await Promise.all([
      ask(`/api/recordings?from=${date}&to=${date}`, ms),
      ask(`/api/sessions/${toSessionId('nobody knows this one==')}`, ms),
      ask(`/api/sessions/${toSessionId(sampleZoomId)}`, ms),
      ask(`/api/files/${videoId}/content`, ms),
      ask('/api/sessions?month=2026-03', 15_000),
      matinee.post('/api/refresh', { from: date, to: date }).then(() => ask('/healthz', 15_000)),
    ]);
    const [, , , , list, health] = told;
    expect({ fault, list: list.status, health: health.status }).toEqual({ fault, list: 200, health: 200 });
    if (!isSlow)
      expect({ fault, silent: told.filter(({ status }) => status === 0) }).toEqual({ fault, silent: [] });
    expect(told.filter(({ status }) => status === 500)).toEqual([]);
    answers.push(...told);
  }
  expect((await known()).sessions).toHaveLength(1);
  const search = createCanarySearch([apiKey, apiSecret, ...tokensAndAddresses()]);
  for (const { path, text } of answers) expect({ path, leaks: search(text) }).toEqual({ path, leaks: [] });
  expect(search(matinee.lines.join(''))).toEqual([]);
  for (const name of readdirSync(matinee.dataDir)) {
    expect(search(readFileSync(join(matinee.dataDir, name), 'latin1')), name).toEqual([]);
  }
  expect(matinee.lines.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
}, 300_000);

function tokensAndAddresses(): string[] {
  const { log } = matinee.simulator;
  const tokens = log.map(({ headers }) => headers.authorization?.replace(/^Bearer /, '') ?? '');
  const paths = log.filter(({ host }) => host !== 'api').map(({ path }) => path.split('/').at(-1) ?? '');
  return [...new Set([...tokens, ...paths])].filter((text) => text.length > 20);
}
