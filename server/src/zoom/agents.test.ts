import { once } from 'node:events';
import net from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { deniedAddresses } from '../../test/denied-addresses.ts';
import { startFaultServer } from '../../test/zoom-fault-server.ts';
import { AddressRefused, createAddressPolicy } from './address-policy.ts';
import { createAgent } from './agents.ts';
import { isDeniedAddress } from './denied-address.ts';
import { createGuardedLookup, type ResolveName } from './guarded-lookup.ts';

const policy = createAddressPolicy({
  hosts: { download: [], cdn: [], allowInsecure: false },
  baseUrl: 'https://api.zoom.us/v2',
});

function answerWith(...addresses: string[]): ResolveName {
  const all = addresses.map((address) => ({ address, family: net.isIPv6(address) ? 6 : 4 }));
  // The one overload of dns.lookup that connecting uses.
  return ((_name: string, _options: unknown, callback: (error: null, found: typeof all) => void) =>
    callback(null, all)) as unknown as ResolveName;
}

test('at least sixty spellings of addresses are denied, public ones are not', () => {
  expect(deniedAddresses.length).toBeGreaterThanOrEqual(60);
  for (const address of deniedAddresses) expect([address, isDeniedAddress(address)]).toEqual([address, true]);
  for (const address of ['8.8.8.8', '3.162.1.1', '2606:4700::1111', '2a00:1450::1']) {
    expect([address, isDeniedAddress(address)]).toEqual([address, false]);
  }
});

test.each(deniedAddresses)('no connection is made to a name that resolves to %j (S4)', async (address) => {
  const server = await startFaultServer((_, response) => response.end());
  const origin = `http://files.test:${server.host.split(':')[1]}`;
  for (const found of [[address], ['8.8.8.8', address]]) {
    const agent = createAgent({ policy, connections: 1, resolve: answerWith(...found) });
    onTestFinished(() => agent.destroy());
    await expect(agent.request({ origin, path: '/', method: 'GET' })).rejects.toThrow(AddressRefused);
  }
  expect(server.connections()).toBe(0);
});

test('no connection is made to a denied address written as a literal', async () => {
  const server = await startFaultServer((_, response) => response.end());
  const port = server.host.split(':')[1];
  const agent = createAgent({ policy, connections: 1 });
  onTestFinished(() => agent.destroy());
  for (const host of [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0',
  ]) {
    const { origin } = new URL(`http://${host}:${port}/`);
    await expect(agent.request({ origin, path: '/', method: 'GET' })).rejects.toThrow(AddressRefused);
  }
  expect(server.connections()).toBe(0);
});

test('a name whose addresses are all allowed is connected to', async () => {
  const server = await startFaultServer((_, response) => response.end());
  const refuse = () => new Error('refused');
  const lookup = createGuardedLookup({ resolve: answerWith('127.0.0.1'), isDenied: () => false, refuse });
  for (const autoSelectFamily of [true, false]) {
    const socket = net.connect({
      host: 'files.test',
      port: Number(server.host.split(':')[1]),
      lookup,
      autoSelectFamily,
    });
    await once(socket, 'connect');
    socket.destroy();
  }
  expect(server.connections()).toBe(2);
});

test('a host that the owner wrote out for a simulator is reached by name', async () => {
  const server = await startFaultServer((_, response) => response.end());
  const host = `localhost:${server.host.split(':')[1]}`;
  const hosts = { download: [host], cdn: [], allowInsecure: true };
  const agent = createAgent({
    policy: createAddressPolicy({ hosts, baseUrl: 'https://api.zoom.us' }),
    connections: 1,
  });
  onTestFinished(() => agent.destroy());
  expect((await agent.request({ origin: `http://${host}`, path: '/', method: 'GET' })).statusCode).toBe(200);
});
