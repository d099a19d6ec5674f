import { runStep } from './run-step.mjs';

/** What is asked of the code besides its tests. Each row: title and command. */
const checkSteps = [
  ['types of the server', ['tsc', '-p', 'server']],
  ['types of the client', ['tsc', '-p', 'client']],
  ['types of the browser tests', ['tsc', '-p', 'e2e']],
  ['lint and format', ['biome', 'ci', '--error-on-warnings', '.']],
  ['arrows', ['node', 'scripts/check-arrows.mjs']],
  ['dead code', ['knip']],
  ['bundle size', ['size-limit']],
];

/**
 * Builds, since the bundle's size is one of the checks, then runs every check, also after one has failed.
 * @returns {Promise<string[]>} The titles of what failed.
 */
export async function runChecks() {
  const built = await runStep('build', ['npm', 'run', '--silent', 'build']);
  const failed = built ? [] : ['build'];
  for (const [title, command] of checkSteps) {
    if (!(await runStep(title, command))) failed.push(title);
  }
  return failed;
}
