// The simulator as a process of its own, with years of sessions made as they are listed: `node serve-library.mjs 1000000`.
import { answerControl } from '../dist/simulator/control-api.js';
import { startSimulator } from '../dist/simulator/simulator.js';
import { volumeLibrary } from '../dist/simulator/volume-library.js';

const lastMonth = new Date().toISOString().slice(0, 7);
const data = volumeLibrary({ sessions: Number(process.argv[2]), months: 60, lastMonth });
const simulator = await startSimulator({
  data,
  rates: 'unlimited',
  control: (exchange) => answerControl(exchange, simulator),
});
const { baseUrl, downloadHost, cdnHost, credentials } = simulator;
console.log(JSON.stringify({ event: 'simulator', baseUrl, downloadHost, cdnHost, ...credentials }));
process.on('SIGTERM', () => simulator.stop().then(() => process.exit(0)));
