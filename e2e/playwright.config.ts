import { defineConfig } from '@playwright/test';

// Chromium's background services would call out: every test here talks to this machine alone.
const quietChromium = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
// Chromium refuses its own sandbox to root.
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = process.env.MATINEE_BROWSER;

export default defineConfig({
  testDir: './tests',
  outputDir: '../.results/browser',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  // Two cores carry a browser, a server and a simulator for each worker.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    launchOptions: {
      args: [...quietChromium, ...sandbox],
      ...(browser ? { executablePath: browser } : {}),
    },
  },
});
