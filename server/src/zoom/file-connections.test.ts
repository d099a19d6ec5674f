import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createAddressPolicy } from './address-policy.ts';
import { createFileConnections } from './file-connections.ts';

const closing: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A host of endless (`/endless`) and short files, which counts its connections. */
async function startHost() {
  let opened = 0;
  const server: Server = createServer((request, response) => {
    if (request.url === '/endless') response.write(Buffer.alloc(65_536));
    else response.end('short');
  });
  server.on('connection', () => {
    opened += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const policy = createAddressPolicy({
    baseUrl: `http://${host}/v2`,
    hosts: { download: [host], cdn: [], allowInsecure: true },
  });
  const connections = createFileConnections({ policy });
  closing.push(
    () => connections.destroy(),
    () => {
      server.closeAllConnections();
      server.close();
    },
  );
  const ask = (path: string) => connections.request({ origin: `http://${host}`, path, method: 'GET' });
  return { server, ask, opened: () => opened };
}

async function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}

test('uses a connection again once its file was read to the end', async () => {
  const host = await startHost();
  for (let time = 0; time < 3; time += 1) {
    const { body } = await host.ask('/short');
    expect(await body.text()).toBe('short');
    if (!body.closed) await once(body, 'close');
  }
  expect(host.opened()).toBe(1);
});

test('closes the connection of a file that is left, and opens no other in its place', async () => {
  const host = await startHost();
  const { body } = await host.ask('/endless');
  body.on('error', () => {});
  await once(body, 'readable');
  body.destroy();
  await expect.poll(() => connectionsOf(host.server)).toBe(0);
  const { body: next } = await host.ask('/short');
  await next.text();
  expect(host.opened()).toBe(2);
});

test('readers at the same time wait for nobody', async () => {
  const host = await startHost();
  const answers = await Promise.all(Array.from({ length: 80 }, () => host.ask('/endless')));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
  expect(host.opened()).toBe(80);
});
