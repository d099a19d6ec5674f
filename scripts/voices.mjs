// `npm run voices`: listens to a minute of single voices in a real browser and tells the widest that two of them were apart.
import { findBrowser } from '../e2e/find-browser.mjs';
import { runStep } from './run-step.mjs';

const browser = await findBrowser();
if (!browser) {
  console.error('\nNo Chromium found. Install Chromium or Chrome, or set MATINEE_BROWSER to its path.');
  process.exit(1);
}
const ok = await runStep(
  'a minute of single voices',
  ['playwright', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=list', 'session-voices'],
  { env: { MATINEE_BROWSER: browser, MATINEE_VOICES_SECONDS: '60' } },
);
process.exitCode = ok ? 0 : 1;
