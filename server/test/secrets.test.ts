import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyRoute } from './every-route.ts';
import { sampleSessions } from './sample-sessions.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';

/** Three parts, the first the JSON of a header: anything shorter turns up in random ids by chance. */
const tokenShape = /eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/;

const apiKey = 'canaryKey_b7Xq29LmZw4T';
const apiSecret = 'canarySecret_Jt5kPz81RnVhQw3E';
let matinee: TestMatinee;

beforeAll(async () => {
  matinee = await startTestMatinee({
    sessions: sampleSessions(),
    simulator: { credentials: { apiKey, apiSecret }, rates: 'unlimited' },
  });
});
afterAll(() => matinee.stop());

/** Every way in which a value could be written without a reader noticing. */
function spellingsOf(canary: string): string[] {
  const bytes = Buffer.from(canary);
  const base64 = [0, 1, 2].flatMap((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
    const whole = shifted.subarray(0, shifted.length - (shifted.length % 3));
    return [whole.toString('base64').slice(4), whole.toString('base64url').slice(4)];
  });
  return [...new Set([canary, encodeURIComponent(canary), bytes.toString('hex'), ...base64])];
}

/** The key pair, and every address and token that the simulator has ever told or seen. */
function canaries(): string[] {
  const { log, account } = matinee.simulator;
  const tokens = log.map(({ headers }) => headers.authorization?.replace(/^Bearer /, '') ?? '');
  const paths = log.filter(({ host }) => host !== 'api').map(({ path }) => path.split('/').at(-1) ?? '');
  const signatures = log.map(({ query }) => query.Signature ?? '');
  const buckets = account.sessions.length > 0 ? [] : ['an account without sessions proves nothing'];
  return [...new Set([apiKey, apiSecret, ...tokens, ...paths, ...signatures, ...buckets])].filter(
    (text) => text.length > 12,
  );
}

function leaks(text: string): string[] {
  return canaries().filter((canary) => spellingsOf(canary).some((spelling) => text.includes(spelling)));
}

/** mulberry32 */
function seeded(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const queries = [
  '',
  '?limit=1',
  '?trash=true',
  '?download=1',
  '?x[__proto__]=1',
  '?from=2026-03-01&to=2026-03-31',
  '?%zz',
  '?month=2026-03',
];
const ranges = ['bytes=0-9', 'bytes=-5', 'bytes=9999999999-', 'bytes=x', ''];

async function readAll(
  method: 'GET' | 'HEAD' | 'POST' | 'DELETE',
  path: string,
  headers: Record<string, string>,
): Promise<string> {
  const body = method === 'POST' ? '{"trash":"recording_file"}' : null;
  const answer = await request(`${matinee.url}${path}`, { method, headers, body });
  let text = JSON.stringify(answer.headers);
  for await (const chunk of answer.body) {
    text += Buffer.from(chunk).toString('latin1');
    // A recording’s bytes are not ours to leak, and an event stream has no end.
    if (text.length > 20_000 || path.startsWith('/api/events')) break;
  }
  return text;
}

test('tells no key, token or address in 10,000 answers of any kind, nor in a log line at debug', async () => {
  const random = seeded(4);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  await matinee.get('/api/recordings?from=2026-03-01&to=2026-03-31');
  layFaults();
  const work = async () => {
    for (let count = 0; count < 625; count += 1) {
      const { method, path } = pick(everyRoute);
      const headers = {
        'x-matinee': '1',
        'content-type': 'application/json',
        range: pick(ranges),
        referer: 'http://x/',
      };
      const text = await readAll(random() < 0.1 ? 'HEAD' : method, `${path}${pick(queries)}`, headers);
      if (tokenShape.test(text) || text.includes('/rec/download') || text.includes(apiKey))
        throw new Error(`${path}: ${text}`);
      if (count % 25 === 0) expect(leaks(text)).toEqual([]);
    }
  };
  await Promise.all(Array.from({ length: 16 }, work));
  expect(canaries().length).toBeGreaterThan(10);
  expect(leaks(matinee.lines.join(''))).toEqual([]);
}, 120_000);

/** So that errors of Zoom, which hold addresses and tokens of their own, are among the answers. */
function layFaults(): void {
  const { faults } = matinee.simulator;
  faults.add('cdn', { kind: 'status', status: 403 }, { every: 5 });
  faults.add('cdn', { kind: 'reset-at', byte: 3 }, { every: 7 });
  faults.add('web-download', { kind: 'html' }, { every: 11 });
  faults.add(
    'web-download',
    { kind: 'redirect', location: `http://169.254.169.254/${apiSecret}` },
    { every: 13 },
  );
  faults.add(
    'api-list',
    { kind: 'status', status: 500, body: { message: `secret ${apiSecret} of ${apiKey}` } },
    { every: 3 },
  );
  faults.add('api-session', { kind: 'status', status: 404, body: { message: apiSecret } }, { every: 4 });
}

test('writes no key, token or address into its data folder', () => {
  const files = readdirSync(matinee.dataDir, { recursive: true, encoding: 'utf8' });
  expect(files.length).toBeGreaterThan(0);
  for (const name of files) {
    const text = readFileSync(join(matinee.dataDir, name)).toString('latin1');
    expect({ name, leaks: leaks(text) }).toEqual({ name, leaks: [] });
  }
});

test('sends its token to the API and the download host alone, and never in a query', () => {
  const { log } = matinee.simulator;
  expect(log.filter(({ host, headers }) => host === 'cdn' && headers.authorization !== undefined)).toEqual(
    [],
  );
  expect(log.filter(({ authorization }) => authorization === 'query')).toEqual([]);
});
