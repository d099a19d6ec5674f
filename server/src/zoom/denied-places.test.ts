import { isIPv6 } from 'node:net';
import { expect, test } from 'vitest';
import { deniedAddresses } from '../../test/denied-addresses.ts';
import { createTestClient, type FaultServer, startFaultServer } from '../../test/zoom-fault-server.ts';
import { ZoomAddressRefusedError } from './errors.ts';

/** What only a URL can spell. */
const urlSpellings = [
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '127.1',
  '0',
  '0x7f.1',
  '127.0.0.1.',
  'localhost',
  'LOCALHOST',
  '127。0。0。1',
  '①②⑦.0.0.1',
];
const signal = new AbortController().signal;

/** Every denied address as whoever writes lists and redirects would write it, each with both schemes. */
function placesOn(port: string): string[] {
  const hosts = deniedAddresses.filter((host) => /^[0-9a-f:.]+$/i.test(host) && host !== '1.2.3');
  const written = [...hosts.map((host) => (isIPv6(host) ? `[${host}]` : host)), ...urlSpellings];
  return written.flatMap((host) => [
    `http://${host}:${port}/x`,
    `https://${host}:${port}/x`,
    `https://${host}/x`,
  ]);
}

async function startVictim(): Promise<FaultServer> {
  return startFaultServer((_, response) => response.end('secret'));
}

test('at least sixty spellings are tried in lists and in redirects', () => {
  expect(
    new Set(placesOn('1').map((place) => new URL(place.replace(':1/', '/')).host)).size,
  ).toBeGreaterThanOrEqual(60);
});

test('no address of a list leads to a denied place, however it is written (S4)', async () => {
  const victim = await startVictim();
  const zoom = createTestClient(await startFaultServer(() => {}));
  for (const address of placesOn(victim.host.split(':')[1] ?? '')) {
    const opening = zoom.openFile({ address, signal });
    await expect(opening, address).rejects.toThrow(ZoomAddressRefusedError);
  }
  expect(victim.connections()).toBe(0);
});

test('no redirect of a trusted host leads to a denied place, however it is written (S4)', async () => {
  const victim = await startVictim();
  const places = placesOn(victim.host.split(':')[1] ?? '');
  const web = await startFaultServer((request, response) => {
    const location = places[Number(request.url?.slice(1))] ?? '';
    // A header holds bytes: what is not ASCII goes as UTF-8, as a careless server sends it.
    response.writeHead(302, { location: Buffer.from(location).toString('latin1') }).end();
  });
  const zoom = createTestClient(web);
  for (const [index, place] of places.entries()) {
    const opening = zoom.openFile({ address: `${web.origin}/${index}`, signal });
    await expect(opening, place).rejects.toThrow(ZoomAddressRefusedError);
  }
  expect(web.arrivals).toHaveLength(places.length);
  expect(victim.connections()).toBe(0);
});
