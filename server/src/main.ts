import { randomBytes } from 'node:crypto';
import { type Config, readConfig, readEnvironment } from './config.ts';
import { createLog } from './log.ts';
import { startMatinee } from './matinee.ts';
import { describeEndOfLife } from './node-version.ts';
import { describeStartFailure } from './start-failure.ts';
import { stopOnSignal } from './stop-on-signal.ts';

try {
  await run();
} catch (error) {
  process.stderr.write(`${describeStartFailure(error)}\n`);
  process.exit(1);
}

async function run(): Promise<void> {
  const settings = readConfig(readEnvironment(), { isTerminal: process.stdout.isTTY ?? false });
  const { config, stopAccount, tellOfEvents } = await withAccount(settings);
  const { apiKey, apiSecret } = config.credentials;
  const secrets = [apiKey, apiSecret, ...(config.webhookSecret === null ? [] : [config.webhookSecret])];
  const log = createLog({ ...config.log, secrets: () => secrets });
  const warning = describeEndOfLife({ version: process.versions.node, now: Date.now() });
  if (warning) log.warn(warning);
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a failure nobody waited for'));
  // Node would print the error itself, past the filter that keeps secrets out of the log.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'a failure nobody caught');
    process.exit(1);
  });
  const matinee = await startMatinee({ config, log });
  // Before the ready line: whoever waits for it may stop the server in the same moment.
  stopOnSignal({
    log,
    stop: async () => {
      await matinee.stop();
      await stopAccount();
    },
  });
  tellOfEvents(matinee.url);
  announce(config, matinee);
  await matinee.startBackgroundWork();
}

/** The owner's account; without one, a demo account at a Zoom on this machine, which only then is even loaded. */
async function withAccount(settings: Config) {
  const { credentials } = settings;
  if (credentials) {
    return { config: { ...settings, credentials }, stopAccount: async () => {}, tellOfEvents: () => {} };
  }
  const { startSimulator } = await import('./simulator/simulator.ts');
  const { createDemoAccount } = await import('./simulator/demo-account.ts');
  const simulator = await startSimulator({
    credentials: { apiKey: randomBytes(16).toString('hex'), apiSecret: randomBytes(24).toString('hex') },
    data: createDemoAccount({ now: Date.now() }),
  });
  const webhookSecret = randomBytes(24).toString('hex');
  const config = {
    ...settings,
    credentials: simulator.credentials,
    webhookSecret,
    baseUrl: simulator.baseUrl,
    hosts: { download: [simulator.downloadHost], cdn: [simulator.cdnHost], allowInsecure: true },
  };
  const tellOfEvents = (url: string) =>
    simulator.webhooks.subscribe({ url: `${url}/webhooks/zoom`, secret: webhookSecret });
  return { config, stopAccount: simulator.stop, tellOfEvents };
}

/** The one line that people and programs wait for, whatever the log level. */
function announce({ log, mode }: Config, { url, version }: { url: string; version: string }): void {
  const account = mode === 'demo' ? ' (demo account; set ZOOM_API_KEY and ZOOM_API_SECRET for your own)' : '';
  const json = JSON.stringify({ event: 'listening', url, mode, version });
  process.stdout.write(log.format === 'json' ? `${json}\n` : `Matinee is ready at ${url}${account}\n`);
}
