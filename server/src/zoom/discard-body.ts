import type { Dispatcher } from 'undici';

/** A redirect's or refusal's body: small enough to read to its end keeps the connection for the next request. */
const WORTH_READING_BYTES = 16 * 1024;
const WORTH_WAITING_MS = 2_000;

/** Gets rid of a body nobody wants, without waiting for it: read when short and quick, else destroyed. */
export function discardBody(body: Dispatcher.ResponseData['body']): void {
  body.on('error', () => {});
  void dump(body);
}

async function dump(body: Dispatcher.ResponseData['body']): Promise<void> {
  try {
    await body.dump({ limit: WORTH_READING_BYTES, signal: AbortSignal.timeout(WORTH_WAITING_MS) });
  } catch {
    // It was longer, slower or broken: dump() has destroyed it, which is as good.
  }
}
