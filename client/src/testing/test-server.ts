/// <reference types="node" />
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, vi } from 'vitest';

export interface TestAnswer {
  status?: number;
  body: unknown;
}

/** Answers a request by its path and query; undefined is a 404 without a body of ours. */
export type Answerer = (url: URL, request: IncomingMessage) => TestAnswer | undefined;

export interface TestServer {
  /** Every API address asked for, in order. */
  asked: string[];
  answer: Answerer;
  /** To `GET /api/changes`, which every page asks; none until a test says otherwise. */
  changes: unknown[];
}

/** A server on a real socket for each test of a file; `fetch` of a path goes there. */
export function installTestServer(): TestServer {
  const state: TestServer = { asked: [], answer: () => undefined, changes: [] };
  let stop = async (): Promise<void> => {};

  beforeEach(async () => {
    state.asked = [];
    state.changes = [];
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      state.asked.push(url.pathname + url.search);
      const isChanges = url.pathname === '/api/changes' && request.method === 'GET';
      const own = isChanges ? { body: { changes: state.changes } } : state.answer(url, request);
      const { status = 200, body } = own ?? { status: 404, body: 'nothing here' };
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // listen() on a port gives an address, never the name of a pipe.
    const { port } = server.address() as AddressInfo;
    const realFetch = globalThis.fetch;
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) =>
      realFetch(`http://127.0.0.1:${port}${path}`, init),
    );
    stop = async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    };
  });
  afterEach(async () => {
    vi.unstubAllGlobals();
    await stop();
  });
  return state;
}
