import { CatalogError } from './catalog/errors.ts';
import { ConfigError } from './config.ts';

/** Why Matinee did not start, in a sentence for a person; only what nobody foresaw brings its stack along. */
export function describeStartFailure(error: unknown): string {
  if (error instanceof ConfigError || error instanceof CatalogError) return error.message;
  if (!(error instanceof Error)) return `Matinee could not start: ${String(error)}`;
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use, perhaps by another Matinee. Stop that, or set PORT to another number (0 takes a free one).`;
  }
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} may not be used by this user. Set PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL')
    return 'This machine does not have the address in HOST. Set HOST to 127.0.0.1.';
  return `Matinee could not start.\n${error.stack ?? error.message}`;
}
