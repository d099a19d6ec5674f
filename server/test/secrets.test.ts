import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCanarySearch } from './canaries.ts';
import { everyPage, everyRoute } from './every-route.ts';
import { sampleSessions } from './sample-sessions.ts';
import { seeded } from './seeded.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';

/** Three parts, the first the JSON of a header: anything shorter turns up in random ids by chance. */
const tokenShape = /eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/;

const apiKey = 'canaryKey_b7Xq29LmZw4T';
const apiSecret = 'canarySecret_Jt5kPz81RnVhQw3E';
let matinee: TestMatinee;

beforeAll(async () => {
  matinee = await startTestMatinee({
    sessions: sampleSessions(),
    // Ten thousand answers would otherwise wait for our own share of calls.
    settings: { ZOOM_RATE_LIGHT: '1000', ZOOM_RATE_MEDIUM: '1000' },
    simulator: { credentials: { apiKey, apiSecret }, rates: 'unlimited' },
  });
});
afterAll(() => matinee.stop());

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

const leaks = (text: string) => createCanarySearch(canaries())(text);

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

/** Head and body as text, as far as they come: a file whose source breaks off is cut, which is an answer too. */
async function readAll(
  method: 'GET' | 'HEAD' | 'POST' | 'DELETE' | 'PUT',
  path: string,
  headers: Record<string, string>,
): Promise<string> {
  const body = method === 'POST' ? '{"trash":"recording_file"}' : null;
  const answer = await request(`${matinee.url}${path}`, { method, headers, body });
  let text = JSON.stringify(answer.headers);
  try {
    for await (const chunk of answer.body) {
      text += Buffer.from(chunk).toString('latin1');
      // An event stream has no end, and a recording goes on as it began.
      if (text.length > 20_000 || path.startsWith('/api/events')) break;
    }
  } catch (error) {
    text += String(error);
  }
  return text;
}

test('tells no key, token or address in 10,000 answers of any kind, nor in a log line at debug (S1, S2)', async () => {
  const random = seeded(4);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const places = [...everyRoute, ...everyPage.map((path) => ({ method: 'GET', path }) as const)];
  await matinee.get('/api/recordings?from=2026-03-01&to=2026-03-31');
  layFaults();
  const answers: string[] = [];
  const work = async () => {
    for (let count = 0; count < 625; count += 1) {
      const { method, path } = pick(places);
      const headers = {
        'x-matinee': '1',
        'content-type': 'application/json',
        range: pick(ranges),
        referer: 'http://x/',
      };
      const text = await readAll(random() < 0.1 ? 'HEAD' : method, `${path}${pick(queries)}`, headers);
      if (tokenShape.test(text) || text.includes('/rec/download')) throw new Error(`${path}: ${text}`);
      answers.push(text);
    }
  };
  await Promise.all(Array.from({ length: 16 }, work));
  expect(answers).toHaveLength(10_000);
  expect(canaries().length).toBeGreaterThan(10);
  const search = createCanarySearch(canaries());
  for (const text of answers) expect(search(text)).toEqual([]);
  expect(search(matinee.lines.join(''))).toEqual([]);
}, 300_000);

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

test('writes no key, token or address into its data folder (S2, S5)', () => {
  const files = readdirSync(matinee.dataDir, { recursive: true, encoding: 'utf8' });
  expect(files.length).toBeGreaterThan(0);
  for (const name of files) {
    const text = readFileSync(join(matinee.dataDir, name)).toString('latin1');
    expect({ name, leaks: leaks(text) }).toEqual({ name, leaks: [] });
  }
});

test('sends its token to the API and the download host alone, and never in a query (S3)', () => {
  const { log } = matinee.simulator;
  expect(log.filter(({ host, headers }) => host === 'cdn' && headers.authorization !== undefined)).toEqual(
    [],
  );
  expect(log.filter(({ authorization }) => authorization === 'query')).toEqual([]);
});
