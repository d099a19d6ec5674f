import { spawn } from 'node:child_process';

/**
 * Runs one command in the foreground and tells how it went; never throws for a failing command.
 * @param {string} title What a person reads above the command's own output.
 * @param {string[]} command Program and arguments; programs of node_modules/.bin are found under `npm run`.
 * @param {{ env?: Record<string, string> }} [options] Extra environment.
 * @returns {Promise<boolean>} Whether it exited with 0.
 */
export function runStep(title, [program, ...args], options = {}) {
  console.log(`\n— ${title}`);
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...options.env } });
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      resolve(false);
    });
    child.on('exit', (code) => resolve(code === 0));
  });
}
