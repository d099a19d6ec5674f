// `npm run check`: everything that can be said about the code without running it.
import { runChecks } from './check-steps.mjs';

const failed = await runChecks();
console.log(failed.length === 0 ? '\nAll checks pass.' : `\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
