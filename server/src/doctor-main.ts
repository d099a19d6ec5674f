import { request } from 'undici';
import { readConfig, readEnvironment } from './config.ts';
import { Diagnosis } from './contract/index.ts';
import { printDiagnosis } from './doctor/print-diagnosis.ts';
import { createLog } from './log.ts';
import { startMatinee } from './matinee.ts';
import { describeStartFailure } from './start-failure.ts';

/** `npm run doctor`: the set-up doctor of the server that runs with these settings, or of one that runs for the while. */
try {
  await run();
} catch (error) {
  process.stderr.write(`${describeStartFailure(error)}\n`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const config = readConfig(readEnvironment());
  const { credentials } = config;
  if (!credentials) {
    process.stdout.write(
      'No account is set up: `npm start` opens the demo account.\n' +
        'For your own, set ZOOM_API_KEY and ZOOM_API_SECRET, the Video SDK API key pair (see .env.example).\n',
    );
    return;
  }
  const running = await askServer(`http://${config.host}:${config.port}`);
  const diagnosis = running ?? (await askOwn({ ...config, credentials, port: 0 }));
  process.stdout.write(printDiagnosis(diagnosis));
  process.exitCode = diagnosis.checks.some(({ state }) => state === 'failed') ? 1 : 0;
}

/** Null when no Matinee answers there. */
async function askServer(url: string): Promise<Diagnosis | null> {
  try {
    const { statusCode, body } = await request(`${url}/api/doctor`, { headersTimeout: 30_000 });
    const answer: unknown = statusCode === 200 ? await body.json() : await body.dump();
    return Diagnosis.safeParse(answer).data ?? null;
  } catch {
    return null;
  }
}

async function askOwn(config: Parameters<typeof startMatinee>[0]['config']): Promise<Diagnosis> {
  const { apiKey, apiSecret } = config.credentials;
  const log = createLog({ ...config.log, level: 'silent', secrets: () => [apiKey, apiSecret] });
  const matinee = await startMatinee({ config, log });
  try {
    const diagnosis = await askServer(matinee.url);
    if (!diagnosis) throw new Error('the server that was started for the while did not answer');
    return diagnosis;
  } finally {
    await matinee.stop();
  }
}
