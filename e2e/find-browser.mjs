import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findInstalled() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  return [...candidates, ...macApplications].find(isExecutable);
}

async function findPlaywrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.log('No Chromium found: installing Debian’s.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', ['-qq', '-y', ...args], { stdio: 'inherit', env });
  apt('update');
  apt('install', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
  return findInstalled();
}

/**
 * The path of a Chromium: `MATINEE_BROWSER`, else an installed one, else Playwright's own, else (as root on
 * Debian) a freshly installed one. An installed one comes first because Playwright's lacks H.264.
 * @returns {Promise<string | undefined>} undefined when there is none and none could be had.
 */
export async function findBrowser() {
  return (
    process.env.MATINEE_BROWSER ?? findInstalled() ?? (await findPlaywrightsOwn()) ?? installFromDebian()
  );
}
