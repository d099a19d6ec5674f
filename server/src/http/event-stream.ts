import type { ServerResponse } from 'node:http';
import type { ServerEvent } from '../contract/index.ts';

const heartbeatMs = 15_000;

/** A browser that lost the stream comes back after this long. */
const reconnectMs = 3000;

/** What may wait for one slow reader. Beyond it the reader is dropped: it reconnects and reads everything anew. */
const maxWaitingBytes = 256 * 1024;

export interface EventStream {
  send(event: ServerEvent): void;
  end(): void;
}

/**
 * Server-sent events over one response: `retry`, a comment every 15 s so that nobody in between thinks the line dead,
 * and events. A reader that does not keep up is dropped.
 */
export function createEventStream({ response }: { response: ServerResponse }): EventStream {
  const write = (text: string) => {
    if (response.destroyed || response.writableEnded) return;
    response.write(text);
    if (response.writableLength > maxWaitingBytes) response.destroy();
  };
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs);
  response.once('close', () => clearInterval(heartbeat));
  write(`retry: ${reconnectMs}\n\n`);
  return {
    send: ({ name, data }) => write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
    end: () => void response.end(),
  };
}
