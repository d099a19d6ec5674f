import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { onTestFinished } from 'vitest';

/**
 * When requests to a host left, by performance.now(), told by undici as it writes their heads. When they arrived would say less: a
 * busy machine reads two seconds' worth at once.
 */
export function watchSentHeads(host: string): number[] {
  const sentMs: number[] = [];
  const note = (message: unknown) => {
    // The channel's message is undici's own: { request, headers, socket }.
    if (String((message as { headers?: unknown }).headers).includes(host)) sentMs.push(performance.now());
  };
  subscribe('undici:client:sendHeaders', note);
  onTestFinished(() => void unsubscribe('undici:client:sendHeaders', note));
  return sentMs;
}

/** The most events in any window of `lengthMs`. */
export function busiest(timesMs: readonly number[], lengthMs: number): number {
  return Math.max(
    0,
    ...timesMs.map((from) => timesMs.filter((at) => at >= from && at < from + lengthMs).length),
  );
}
