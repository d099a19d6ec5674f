// `npm test`: checks, then every test there is, then one line over all runners.
import { mkdirSync, rmSync } from 'node:fs';
import { findBrowser } from '../e2e/find-browser.mjs';
import { runChecks } from './check-steps.mjs';
import { runStep } from './run-step.mjs';
import { readPlaywrightCounts, readVitestCounts } from './test-results.mjs';

const results = `${import.meta.dirname}/../.results`;
const vitestReport = `${results}/vitest.json`;
const playwrightReport = `${results}/playwright.json`;

async function runVitest() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
  const ok = await runStep('unit and HTTP tests', ['vitest', 'run', ...reporters]);
  return { ok, ...readVitestCounts(vitestReport) };
}

async function runPlaywright() {
  const browser = await findBrowser();
  if (!browser) {
    console.error('\nNo Chromium found. Install Chromium or Chrome, or set MATINEE_BROWSER to its path.');
    return { ok: false, passed: 0, failed: 1, skipped: 0 };
  }
  const env = { MATINEE_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport };
  const ok = await runStep(
    `browser tests (${browser})`,
    ['playwright', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
    { env },
  );
  return { ok, ...readPlaywrightCounts(playwrightReport) };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const failedChecks = await runChecks();
const runs = [await runVitest(), await runPlaywright()];

const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
const failed = sum('failed') + failedChecks.length;
if (failedChecks.length > 0) console.log(`\nFailed checks, counted as failed: ${failedChecks.join(', ')}.`);
// The line stands alone at the very end: machines read it.
console.log(`\n${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped`);
process.exitCode = failed === 0 && runs.every((run) => run.ok) ? 0 : 1;
