import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Response } from 'express';

/** Items that are made into text at once: a few milliseconds of work. */
const ITEMS = 2000;

/**
 * A JSON answer whose one array may be long: `head` with `items` under `name`. It is written in parts, at the reader's pace, with turns
 * for everybody else in between. It ends when the reader leaves.
 */
export async function sendInParts(
  response: Response,
  { head, name, items }: { head: Record<string, unknown>; name: string; items: readonly unknown[] },
): Promise<void> {
  const left = new AbortController();
  response.once('close', () => left.abort());
  response.set('cache-control', 'private, no-cache').type('json');
  response.write(`${JSON.stringify(head).slice(0, -1)},${JSON.stringify(name)}:[`);
  for (let start = 0; start < items.length; start += ITEMS) {
    const part = JSON.stringify(items.slice(start, start + ITEMS)).slice(1, -1);
    const isTaken = response.write(start === 0 ? part : `,${part}`);
    if (isTaken) await nextTurn();
    // A reader that leaves never takes the rest.
    else await once(response, 'drain', { signal: left.signal }).catch(() => {});
    if (left.signal.aborted) return;
  }
  response.end(']}');
}
