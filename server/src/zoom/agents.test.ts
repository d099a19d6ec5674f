import { once } from 'node:events';
import net from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startFaultServer } from '../../test/zoom-fault-server.ts';
import { AddressRefused, createAddressPolicy } from './address-policy.ts';
import { createAgent } from './agents.ts';
import { isDeniedAddress } from './denied-address.ts';
import { createGuardedLookup, type ResolveName } from './guarded-lookup.ts';

/** Addresses nobody outside this machine or its network may make us call, in the spellings DNS and URLs know. */
const DENIED = [
  ...[
    '127.0.0.1',
    '127.1.2.3',
    '127.255.255.255',
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
  ],
  ...[
    '172.31.255.255',
    '192.168.0.1',
    '192.168.255.255',
    '169.254.169.254',
    '169.254.0.1',
    '100.64.0.1',
    '100.127.255.254',
  ],
  ...[
    '192.0.0.1',
    '192.0.0.170',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
  ],
  ...[
    '224.0.0.1',
    '239.255.255.250',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::2',
    '::127.0.0.1',
    '::10.0.0.1',
  ],
  ...[
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '::ffff:169.254.169.254',
    '0:0:0:0:0:ffff:7f00:1',
  ],
  ...[
    '::ffff:8.8.8.8',
    '::ffff:0:127.0.0.1',
    '64:ff9b::127.0.0.1',
    '64:ff9b::a00:1',
    '64:ff9b:1::7f00:1',
    '100::1',
  ],
  ...[
    '2001::1',
    '2001:0:7f00:1::',
    '2001:2::1',
    '2001:10::1',
    '2001:20::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2002:a00:1::1',
  ],
  ...[
    '3fff::1',
    '5f00::1',
    '4000::1',
    'fc00::1',
    'fd00::1',
    'fd12:3456:789a::1',
    'fe80::1',
    'febf::1',
    'fec0::1',
    'ff02::1',
  ],
  ...['ff0e::1', 'fe80::1%eth0', '', 'localhost', '1.2.3', '0x7f.1', '127.1', 'not an address'],
];

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
  expect(DENIED.length).toBeGreaterThanOrEqual(60);
  for (const address of DENIED) expect([address, isDeniedAddress(address)]).toEqual([address, true]);
  for (const address of ['8.8.8.8', '3.162.1.1', '2606:4700::1111', '2a00:1450::1']) {
    expect([address, isDeniedAddress(address)]).toEqual([address, false]);
  }
});

test.each(DENIED)('no connection is made to a name that resolves to %j (S4)', async (address) => {
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
