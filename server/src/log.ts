import { type Logger, pino } from 'pino';
import { pretty } from './log-pretty.ts';
import { createSecretFilter } from './secret-filter.ts';

/** The log every part of the server may write to. */
export type Log = Logger;

export interface LogOptions {
  level: string;
  format: 'pretty' | 'json';
  /** Values that must never be printed; asked for every line, because tokens change. */
  secrets: () => readonly string[];
  /** Where lines go; stdout unless a test listens. */
  target?: { write(line: string): unknown };
}

/**
 * A pino log whose every line passes the secret filter last, after formatting, so that no way of writing a
 * value (field, message, error stack) goes around it.
 */
export function createLog({ level, format, secrets, target = process.stdout }: LogOptions): Log {
  const hideSecrets = createSecretFilter(secrets);
  const filtered = { write: (line: string) => void target.write(hideSecrets(line)) };
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return pino(options, format === 'pretty' ? pretty(filtered) : filtered);
}
