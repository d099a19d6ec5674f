// Takes README's picture: the demo account's newest month with one session expanded. Needs a build and a Chromium.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { findBrowser } from './find-browser.mjs';

const root = join(import.meta.dirname, '..');
const dataDir = await mkdtemp(join(tmpdir(), 'matinee-screenshot-'));
const server = spawn(process.execPath, [join(root, 'server/dist/main.js')], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { PATH: process.env.PATH, MATINEE_DATA_DIR: dataDir, PORT: '0', LOG_FORMAT: 'json' },
});

async function readAddress() {
  for await (const line of createInterface({ input: server.stdout })) {
    const entry = JSON.parse(line);
    if (entry.event === 'listening') return entry.url;
  }
  throw new Error('the server did not start');
}

const url = await readAddress();
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: await findBrowser(), args: sandbox });
const page = await browser.newPage({
  viewport: { width: 1280, height: 760 },
  deviceScaleFactor: 1.5,
  locale: 'en-GB',
});
await page.goto(url);
// Five rows down there is one with several views of the same session.
const row = page.getByRole('row', { expanded: false }).nth(4);
await row.focus();
await page.keyboard.press('ArrowRight');
await page.getByRole('row', { level: 2 }).first().waitFor();
await page.screenshot({ path: join(root, 'docs/recordings.png') });
await browser.close();
server.kill('SIGTERM');
await once(server, 'exit');
await rm(dataDir, { recursive: true, force: true });
