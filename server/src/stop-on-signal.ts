import type { Log } from './log.ts';

/** Milliseconds after which a stop that hangs is cut: the promise is 10 s. */
const patience = 8000;

/** Stops once on SIGTERM or SIGINT and exits with 0; a second signal exits at once, as does a stop that hangs. */
export function stopOnSignal({ stop, log }: { stop: () => Promise<void>; log: Log }): void {
  let isStopping = false;
  const onSignal = async (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.warn('stopping took too long, so it was cut');
      process.exit(0);
    }, patience).unref();
    try {
      await stop();
      log.info('stopped');
      process.exit(0);
    } catch (error) {
      log.error({ err: error }, 'stopping failed');
      process.exit(1);
    }
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
