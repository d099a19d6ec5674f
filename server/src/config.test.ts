import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const key = 'canary-key-3f9a';
const secret = 'canary-secret-77b1c2';
const pair = { ZOOM_API_KEY: key, ZOOM_API_SECRET: secret };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('starts a demo without any setting, with changes allowed and data of its own', () => {
  const config = readConfig({ HOME: '/home/someone' });
  expect(config).toMatchObject({ mode: 'demo', credentials: null, host: '127.0.0.1', port: 4600 });
  expect(config.allowChanges).toBe(true);
  expect(config.dataDir).toBe('/home/someone/.local/share/matinee-demo');
});

test('takes an account of two values and leaves everything else at its default', () => {
  const config = readConfig({ ...pair, XDG_DATA_HOME: '/data' });
  expect(config).toMatchObject({
    mode: 'live',
    credentials: { apiKey: key, apiSecret: secret },
    baseUrl: 'https://api.zoom.us/v2',
    rates: { medium: 10, light: 15, heavy: 5 },
    allowChanges: false,
    historySince: null,
    dataDir: '/data/matinee',
    log: { level: 'info', format: 'json' },
  });
  expect(config.hosts).toEqual({
    download: ['zoom.us', '*.zoom.us', 'zoomgov.com', '*.zoomgov.com'],
    cdn: ['ssrweb.zoom.us', '*.cloudfront.net'],
    allowInsecure: false,
  });
});

test.each([
  [{ ZOOM_API_KEY: key }, 'ZOOM_API_SECRET is missing, while ZOOM_API_KEY is set'],
  [{ ZOOM_API_SECRET: secret }, 'ZOOM_API_KEY is missing, while ZOOM_API_SECRET is set'],
  [{ ZOOM_API_SECRET: secret, ZOOM_API_KEY: '  ' }, 'ZOOM_API_KEY is missing, while ZOOM_API_SECRET is set'],
])('half a key pair names the other half', (env, problem) => {
  expect(problemsOf(env)).toEqual([problem]);
});

test.each([
  ['HOST', '0.0.0.0'],
  ['HOST', '192.168.1.5'],
  ['HOST', '::'],
  ['HOST', 'example.com'],
  ['HOST', '127.0.0.999'],
  ['HOST', '127.0.0.1.evil.example'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', '46e2'],
  ['PORT', '4600abc'],
  ['ZOOM_RATE_MEDIUM', '0'],
  ['ZOOM_RATE_LIGHT', 'fast'],
  ['ZOOM_RATE_HEAVY', '-3'],
  ['ZOOM_RATE_HEAVY', '5000'],
  ['ZOOM_API_BASE_URL', 'zoom.example'],
  ['ZOOM_API_BASE_URL', 'ftp://api.zoom.us/v2'],
  ['ZOOM_API_BASE_URL', 'https://someone:word@api.zoom.us/v2'],
  ['ZOOM_API_BASE_URL', 'http://api.zoom.us/v2'],
  ['ZOOM_DOWNLOAD_HOSTS', 'https://zoom.us'],
  ['ZOOM_CDN_HOSTS', '*'],
  ['ZOOM_CDN_HOSTS', ','],
  ['ZOOM_CDN_HOSTS', '127.0.0.1:99999'],
  ['ZOOM_CDN_HOSTS', '127.0.0.1:0'],
  ['ZOOM_CDN_HOSTS', '999.999.999.999'],
  ['ZOOM_DOWNLOAD_HOSTS', '[:::::]'],
  ['ZOOM_DOWNLOAD_HOSTS', 'zoom.us,1.2.3.4.5'],
  ['ZOOM_ALLOW_INSECURE', 'maybe'],
  ['MATINEE_ALLOW_CHANGES', '2'],
  ['MATINEE_HISTORY_SINCE', 'yesterday'],
  ['MATINEE_HISTORY_SINCE', '2024-13'],
  ['LOG_LEVEL', 'loud'],
  ['LOG_FORMAT', 'xml'],
  ['ZOOM_API_KEY', 'two words'],
])('refuses %s=%s by the name of the setting, never by its value', (name, value) => {
  const problems = problemsOf({ ...pair, [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${name}\\S* `));
  expect(problems[0]?.slice(name.length)).not.toContain(value.length > 2 ? value : '=');
});

test.each([
  ['LOG_LEVEL', 'must be one of fatal, error, warn, info, debug, trace, silent'],
  ['LOG_FORMAT', 'must be one of pretty, json'],
  ['ZOOM_DOWNLOAD_HOSTS', 'must be host, host:port or *.host, separated by commas'],
])('says what %s can be', (name, words) => {
  expect(problemsOf({ [name]: '!' })).toEqual([`${name} ${words}`]);
});

test('takes words in any case, and a data folder beneath the home or where it was started', () => {
  const config = readConfig({
    LOG_LEVEL: 'DEBUG',
    LOG_FORMAT: 'JSON',
    HOME: '/home/x',
    MATINEE_DATA_DIR: '~/m',
  });
  expect(config).toMatchObject({ log: { level: 'debug', format: 'json' }, dataDir: '/home/x/m' });
  expect(readConfig({ MATINEE_DATA_DIR: 'some/where' }).dataDir).toBe(join(process.cwd(), 'some/where'));
});

test('tells every problem at once and no secret', () => {
  const problems = problemsOf({ ZOOM_API_SECRET: secret, PORT: 'x', HOST: '0.0.0.0', LOG_LEVEL: 'x' });
  expect(problems.map((line) => line.split(/[ .]/, 1)[0])).toEqual([
    'ZOOM_API_KEY',
    'HOST',
    'PORT',
    'LOG_LEVEL',
  ]);
  expect(problems.join()).not.toContain(secret);
});

test('lets http in only by name', () => {
  const insecure = { ...pair, ZOOM_API_BASE_URL: 'http://127.0.0.1:9/v2/', ZOOM_ALLOW_INSECURE: '1' };
  expect(readConfig(insecure)).toMatchObject({
    baseUrl: 'http://127.0.0.1:9/v2',
    hosts: { allowInsecure: true },
  });
});

test('takes port 0, IPv6 loopback and fractions of a rate', () => {
  const config = readConfig({ ...pair, PORT: '0', HOST: '[::1]', ZOOM_RATE_HEAVY: '0.5' });
  expect(config).toMatchObject({ port: 0, host: '::1', rates: { heavy: 0.5 } });
});

test('writes for a person on a terminal and for a program elsewhere', () => {
  expect(readConfig({}, { isTerminal: true }).log.format).toBe('pretty');
  expect(readConfig({}, { isTerminal: false }).log.format).toBe('json');
  expect(readConfig({ LOG_FORMAT: 'json' }, { isTerminal: true }).log.format).toBe('json');
});
