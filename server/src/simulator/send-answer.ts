import type { OutgoingHttpHeaders } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createTrackingId } from './answers.ts';
import { type Delivery, planDelivery } from './delivery.ts';
import { type Answer, type Exchange, findFault } from './exchange.ts';
import { pause, untilAborted, writeBody } from './write-body.ts';

/** Sends an answer with the faults of the exchange laid on it. `nowMs` is what the Date header says. */
export async function sendAnswer(exchange: Exchange, answer: Answer, nowMs: number): Promise<void> {
  const { response, record, faults } = exchange;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const delivery = planDelivery(answer, faults);
  if (delivery.latencyMs > 0) await pause(delivery.latencyMs, gone.signal);
  if (gone.signal.aborted || response.destroyed) return;
  record.status = answer.status;
  const headers: OutgoingHttpHeaders = {
    date: new Date(nowMs).toUTCString(),
    'x-zm-trackingid': createTrackingId(),
    ...answer.headers,
    ...findFault(faults, 'headers')?.headers,
  };
  const sending: Sending = { exchange, answer, delivery, headers, signal: gone.signal };
  await (delivery.isRaw ? sendOnSocket(sending) : sendProperly(sending));
}

/**
 * A reset that overtakes the bytes before it looks to the reader like an ordinary end, so those get time to be
 * read.
 */
const RESET_GRACE_MS = 50;

interface Sending {
  exchange: Exchange;
  answer: Answer;
  delivery: Delivery;
  headers: OutgoingHttpHeaders;
  signal: AbortSignal;
}

async function sendProperly({ exchange, answer, delivery, headers, signal }: Sending): Promise<void> {
  const { request, response, record } = exchange;
  response.sendDate = false;
  if (answer.status !== 204) headers['content-length'] = delivery.declaredBytes;
  response.writeHead(answer.status, headers);
  if (request.method !== 'HEAD' && answer.status !== 204) {
    const onSent = (bytes: number) => {
      record.bytesSent += bytes;
    };
    await writeBody({ out: response, body: answer.body, delivery, isChunked: false, signal, onSent });
  }
  response.end();
}

/** Writes head and body on the bare socket, where nobody mends the framing; the connection ends with it. */
async function sendOnSocket({ exchange, answer, delivery, headers, signal }: Sending): Promise<void> {
  const { request, record } = exchange;
  const { socket } = request;
  const isChunked = delivery.framing === 'chunked';
  await writeHead({ socket, head: describeHead(answer.status, delivery, headers), delivery, signal });
  if (request.method !== 'HEAD') {
    const onSent = (bytes: number) => {
      record.bytesSent += bytes;
    };
    await writeBody({ out: socket, body: answer.body, delivery, isChunked, signal, onSent });
  }
  if (signal.aborted) return;
  if (delivery.ending === 'stall') return untilAborted(signal);
  if (delivery.ending === 'reset') {
    await pause(RESET_GRACE_MS, signal);
    // A reader in this very process reads between timers and immediates, however late they are.
    await nextTurn();
    socket.resetAndDestroy();
    return;
  }
  if (delivery.lingerMs > 0) await pause(delivery.lingerMs, signal);
  socket.end(isChunked && delivery.ending === 'clean' ? '0\r\n\r\n' : '');
}

function describeHead(status: number, delivery: Delivery, headers: OutgoingHttpHeaders): string {
  const framing =
    delivery.framing === 'length'
      ? { 'content-length': delivery.declaredBytes }
      : delivery.framing === 'chunked'
        ? { 'transfer-encoding': 'chunked' }
        : {};
  const lines = Object.entries({ ...headers, ...framing, connection: 'close' }).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => `${name}: ${one}`),
  );
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}\r\n${lines.join('\r\n')}\r\n\r\n`;
}

async function writeHead(writing: {
  socket: Socket;
  head: string;
  delivery: Delivery;
  signal: AbortSignal;
}): Promise<void> {
  const { socket, head, delivery, signal } = writing;
  if (delivery.headEveryMs === null) {
    socket.write(head, 'latin1');
    return;
  }
  for (const byte of Buffer.from(head, 'latin1')) {
    if (signal.aborted) return;
    socket.write(Buffer.of(byte));
    await pause(delivery.headEveryMs, signal);
  }
}
