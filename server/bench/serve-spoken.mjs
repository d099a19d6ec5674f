// The simulator as a process of its own, with sessions that have a transcript of 1,000 words each: `node serve-spoken.mjs 50000`.
// Prints where it is, and the words that are spoken, the commonest first.
import { startSimulator } from '../dist/simulator/simulator.js';
import { spokenAccount } from '../dist/simulator/spoken-account.js';
import { spokenWords } from '../dist/simulator/spoken-text.js';

const data = spokenAccount({
  sessions: Number(process.argv[2]),
  days: 1500,
  now: Date.now(),
  wordsEach: 1000,
});
const simulator = await startSimulator({ data, rates: 'unlimited' });
const { baseUrl, downloadHost, cdnHost, credentials } = simulator;
const words = spokenWords().slice(0, 5000);
console.log(JSON.stringify({ event: 'simulator', baseUrl, downloadHost, cdnHost, ...credentials, words }));
process.on('SIGTERM', () => simulator.stop().then(() => process.exit(0)));
