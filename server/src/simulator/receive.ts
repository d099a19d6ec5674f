import type { RequestListener } from 'node:http';
import { errorAnswer } from './answers.ts';
import type { Answer, Exchange, RequestRecord } from './exchange.ts';
import { describeRequest } from './request-log.ts';
import { sendAnswer } from './send-answer.ts';

type Answering = (exchange: Exchange) => Promise<Answer | 'cut'>;

/** Makes request listeners that log each request, find its answer, and send it with the faults laid on it. */
export function createReceiver({ now, log }: { now: () => number; log: RequestRecord[] }) {
  return (host: RequestRecord['host'], answer: Answering): RequestListener =>
    async (request, response) => {
      const record = describeRequest(request, { host, at: now() });
      if (!record.path.startsWith('/_control/')) keep(log, record);
      const exchange: Exchange = { request, response, record, faults: [] };
      response.once('close', () => {
        record.isClosed = true;
      });
      const found = await answer(exchange).catch((error: unknown) =>
        errorAnswer({ status: 500, code: 500, message: `The simulator failed: ${error}` }),
      );
      if (found === 'cut') request.socket.resetAndDestroy();
      else await sendAnswer(exchange, found, now());
    };
}

/** Far more than any test asks; without an end the log of a demo that runs for weeks would fill the memory. */
const MAX_RECORDS = 50_000;

function keep(log: RequestRecord[], record: RequestRecord): void {
  log.push(record);
  if (log.length > MAX_RECORDS) log.splice(0, MAX_RECORDS / 10);
}
