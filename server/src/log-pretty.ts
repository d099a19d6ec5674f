import { prettyFactory } from 'pino-pretty';

/** Lines for a person at a terminal, formatted in this process: a worker thread would write past the secret filter. */
export function pretty(target: { write(line: string): void }): { write(line: string): void } {
  const format = prettyFactory({
    colorize: process.stdout.isTTY ?? false,
    ignore: 'event',
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
  });
  return { write: (line) => target.write(format(line)) };
}
