// `npm run check`: everything that can be said about the code without running it.
import { checkSteps } from './check-steps.mjs';
import { runStep } from './run-step.mjs';

const built = await runStep('build', ['npm', 'run', '--silent', 'build']);
const failed = built ? [] : ['build'];
for (const [title, command] of checkSteps) {
  if (!(await runStep(title, command))) failed.push(title);
}

console.log(failed.length === 0 ? '\nAll checks pass.' : `\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
