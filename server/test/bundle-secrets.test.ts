import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCanarySearch } from './canaries.ts';
import { createScratchFolder } from './scratch-folder.ts';
import { startTestMatinee } from './start-matinee.ts';

const repository = join(import.meta.dirname, '..', '..');
const scratch = createScratchFolder();
const clientDir = join(scratch.path, 'client');

/** Every setting that holds, or could hold, a secret; the VITE_ ones are those that Vite hands to a bundle by itself. */
const settings = {
  ZOOM_API_KEY: 'canaryKey_b7Xq29LmZw4T',
  ZOOM_API_SECRET: 'canarySecret_Jt5kPz81RnVhQw3E',
  ZOOM_WEBHOOK_SECRET: 'canaryWebhook_p4Rt77LmQz',
  ZOOM_API_BASE_URL: 'https://canary-base.example/v2',
  MATINEE_DATA_DIR: '/canary-data-folder/of-somebody',
  MATINEE_DEV_API: 'http://canary-dev-api.example:4600',
};
const search = createCanarySearch(Object.values(settings));

beforeAll(async () => {
  const command = [
    'vite',
    'build',
    '--config',
    '../vite.config.ts',
    '--logLevel',
    'error',
    '--outDir',
    clientDir,
  ];
  await promisify(execFile)('npx', command, {
    cwd: join(repository, 'client'),
    env: { ...process.env, NODE_ENV: 'production', ...settings },
  });
}, 120_000);
afterAll(() => scratch.remove());

function bundle(): { path: string; text: string }[] {
  return readdirSync(clientDir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(clientDir, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => ({ path: `/${relative(clientDir, file)}`, text: readFileSync(file, 'latin1') }));
}

test('builds a client that holds no value of any setting, no source map and no way to a source (S1)', () => {
  const files = bundle();
  expect(files.length).toBeGreaterThan(5);
  for (const { path, text } of files) {
    expect({ path, leaks: search(text) }).toEqual({ path, leaks: [] });
    expect(path).not.toMatch(/\.map$/);
    expect({ path, isMapped: /sourceMappingURL/.test(text) }).toEqual({ path, isMapped: false });
    expect({ path, isLocal: text.includes(repository) }).toEqual({ path, isLocal: false });
    // The name of a setting may stand in a sentence for a person, but nothing may be given to it.
    expect(text.match(/ZOOM_[A-Z_]*(KEY|SECRET)["'`]?\s*[:=]/)?.[0]).toBeUndefined();
  }
});

test('serves that client without a secret of the account it runs with (S1)', async () => {
  const matinee = await startTestMatinee({
    clientDir,
    simulator: { credentials: { apiKey: settings.ZOOM_API_KEY, apiSecret: settings.ZOOM_API_SECRET } },
  });
  for (const path of [...bundle().map((file) => file.path), '/', '/recordings', '/trash', '/api/status']) {
    const answer = await request(`${matinee.url}${path}`);
    const text = JSON.stringify(answer.headers) + (await answer.body.text());
    expect({ path, status: answer.statusCode, leaks: search(text) }).toEqual({
      path,
      status: 200,
      leaks: [],
    });
  }
  await matinee.stop();
});
