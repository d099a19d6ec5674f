import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { answerControl } from './control-api.ts';
import { createNamedAccount } from './named-account.ts';
import { startSimulator } from './simulator.ts';

/** What the process is told on its command line, e.g. `--account volume --sessions 10000 --rates unlimited`. */
const Settings = z.object({
  account: z.enum(['demo', 'quirk', 'volume', 'empty']).default('demo'),
  sessions: z.coerce.number().int().positive().optional(),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  'files-per-session': z.coerce.number().int().nonnegative().optional(),
  'api-port': z.coerce.number().int().default(0),
  'cdn-port': z.coerce.number().int().default(0),
  rates: z.enum(['pro', 'unlimited']).default('pro'),
});

const option = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    account: option,
    sessions: option,
    month: option,
    'files-per-session': option,
    'api-port': option,
    'cdn-port': option,
    rates: option,
  },
});
const settings = Settings.parse(values);
const { account: name, sessions, month, 'files-per-session': filesPerSession } = settings;
const simulator = await startSimulator({
  data: createNamedAccount({ name, sessions, month, filesPerSession }, Date.now()),
  apiPort: settings['api-port'],
  cdnPort: settings['cdn-port'],
  rates: settings.rates === 'unlimited' ? 'unlimited' : {},
  control: (exchange) => answerControl(exchange, simulator),
});
const { baseUrl, downloadHost, cdnHost, credentials } = simulator;
process.stdout.write(
  `${JSON.stringify({ event: 'simulator', baseUrl, downloadHost, cdnHost, ...credentials })}\n`,
);
await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
await simulator.stop();
