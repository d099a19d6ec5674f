import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './fault.ts';
import type { Body } from './file-content.ts';

/** One line of the request log. It appears when the request arrives and is filled in while it is answered. */
export interface RequestRecord {
  /** Simulated time of arrival, ms. */
  at: number;
  method: string;
  host: 'api' | 'web' | 'cdn';
  /** The path as it came, without the query. */
  path: string;
  /** The path after percent-decoding as far as it goes. */
  decodedPath: string;
  query: Record<string, string>;
  /** In which form a token came. */
  authorization: 'none' | 'bearer' | 'query';
  range: string | null;
  /** Headers as they came, lower-case names; a test for leaks looks here. */
  headers: Record<string, string>;
  /** 0 until a status was decided; stays 0 when the connection was cut before. */
  status: number;
  /** Body bytes taken over by the operating system. */
  bytesSent: number;
  /** Whether the exchange is over, well or badly. */
  isClosed: boolean;
}

/** A request being answered. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  record: RequestRecord;
  /** The faults that hit this request. */
  faults: Fault[];
}

/** An answer before it meets the faults of its delivery. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[]>;
  body: Body;
}

/** The first fault of a kind among those that hit the request. */
export function findFault<Kind extends Fault['kind']>(
  faults: readonly Fault[],
  kind: Kind,
): Extract<Fault, { kind: Kind }> | undefined {
  // The comparison of kinds is what the cast says.
  return faults.find((fault) => fault.kind === kind) as Extract<Fault, { kind: Kind }> | undefined;
}
