import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createTestClient, type FaultServer, startFaultServer } from '../../test/zoom-fault-server.ts';
import { ZoomAddressRefusedError } from './errors.ts';

const signal = new AbortController().signal;

/** Where a redirect may lead: the two listed hosts, and a third server that must never see anybody. */
interface Places {
  web: FaultServer;
  cdn: FaultServer;
  evil: FaultServer;
}

const portOf = ({ host }: FaultServer) => host.split(':')[1] ?? '';

const REFUSED: [string, (places: Places) => string | string[]][] = [
  ['another port of this machine', ({ evil }) => `${evil.origin}/x`],
  ['another port, scheme left out', ({ evil }) => `//${evil.host}/x`],
  ['another port, with backslashes', ({ evil }) => `\\\\${evil.host}\\x`],
  ['a listed host as user name', ({ web, evil }) => `http://${web.host}@${evil.host}/x`],
  ['a listed host as user name, encoded', ({ evil }) => `http://zoom.us%40@${evil.host}/x`],
  ['a user name on a listed host', ({ cdn }) => `http://user@${cdn.host}/x`],
  ['a password on a listed host', ({ web }) => `http://user:pass@${web.host}/x`],
  ['another name of this machine', ({ web }) => `http://localhost:${portOf(web)}/x`],
  ['another address of this machine', ({ web }) => `http://127.0.0.2:${portOf(web)}/x`],
  ['this machine by IPv6', ({ web }) => `http://[::1]:${portOf(web)}/x`],
  ['this machine by mapped IPv6', ({ web }) => `http://[::ffff:127.0.0.1]:${portOf(web)}/x`],
  ['this machine as zero', ({ evil }) => `http://0:${portOf(evil)}/x`],
  ['this machine as a number', ({ evil }) => `http://2130706433:${portOf(evil)}/x`],
  ['this machine in octal', ({ evil }) => `http://0177.0.0.1:${portOf(evil)}/x`],
  ['this machine in hex', ({ evil }) => `http://0x7f000001:${portOf(evil)}/x`],
  ['this machine, shortened', ({ evil }) => `http://127.1:${portOf(evil)}/x`],
  ['a trailing dot', ({ evil }) => `http://127.0.0.1.:${portOf(evil)}/x`],
  ['full-width digits', ({ evil }) => `http://127.0.0.1:${portOf(evil)}/x`],
  ['the default port', () => 'http://127.0.0.1/x'],
  ['cloud metadata (V-11)', () => 'http://169.254.169.254/latest/meta-data/'],
  ['cloud metadata by IPv6', () => 'http://[fd00:ec2::254]/latest'],
  ['a private address', () => 'https://10.0.0.1/x'],
  ['a public address', () => 'https://8.8.8.8/x'],
  ['a host on no list', () => 'https://evil.example/x'],
  ['a host that begins like a listed one', ({ web }) => `http://${web.host}.evil.example/x`],
  ['Zoom without being listed', () => 'https://zoom.us/rec/download/x'],
  ['a file', () => 'file:///etc/passwd'],
  ['ftp', ({ web }) => `ftp://${web.host}/x`],
  ['a web socket', ({ web }) => `ws://${web.host}/x`],
  ['data', () => 'data:text/plain,hello'],
  ['script', () => 'javascript:alert(1)'],
  ['a bucket', () => 's3://bucket/x'],
  ['blob', ({ web }) => `blob:${web.origin}/x`],
  ['no host', () => 'http:///'],
  ['no address', () => 'http://[::1'],
  ['a port that is none', () => 'http://127.0.0.1:99999/x'],
  ['two addresses', ({ cdn, evil }) => [`${cdn.origin}/x`, `${evil.origin}/x`]],
];

const FOLLOWED: [string, (places: Places) => string, 'web' | 'cdn'][] = [
  ['the CDN', ({ cdn }) => `${cdn.origin}/x`, 'cdn'],
  ['the CDN, scheme left out', ({ cdn }) => `//${cdn.host}/x`, 'cdn'],
  ['the CDN as a number', ({ cdn }) => `http://2130706433:${portOf(cdn)}/x`, 'cdn'],
  ['the CDN with a token of its own', ({ cdn }) => `${cdn.origin}/x?access_token=theirs`, 'cdn'],
  ['the CDN with a fragment', ({ cdn }) => `${cdn.origin}/x#part`, 'cdn'],
  ['a path of the same host', () => '/x', 'web'],
  ['a path beside this one', () => 'x', 'web'],
  ['a query of its own', () => '?x', 'web'],
];

async function startPlaces(location: (places: Places) => string | string[]): Promise<Places> {
  const file = await Promise.all([1, 2].map(() => startFaultServer((_, response) => response.end('hello'))));
  const [cdn, evil] = file;
  if (!cdn || !evil) throw new Error('two servers were started');
  const web = await startFaultServer((request, response) => {
    if (request.url === '/rec/start') {
      response.setHeader('location', location({ web, cdn, evil }));
      response.writeHead(302).end();
    } else response.end('hello');
  });
  return { web, cdn, evil };
}

test('at least forty shapes of redirects are tried', () => {
  expect(REFUSED.length + FOLLOWED.length).toBeGreaterThanOrEqual(40);
});

test.each(REFUSED)('a redirect to %s is refused without a connection (S3, S4)', async (_, location) => {
  const places = await startPlaces(location);
  const zoom = createTestClient(places.web, { cdn: places.cdn });
  const opening = zoom.openFile({ address: `${places.web.origin}/rec/start`, signal });
  await expect(opening).rejects.toThrow(ZoomAddressRefusedError);
  expect(places.web.arrivals).toHaveLength(1);
  expect(places.evil.connections() + places.cdn.connections()).toBe(0);
});

test.each(FOLLOWED)(
  'a redirect to %s is followed, the token goes to download hosts alone (S3)',
  async (_, location, end) => {
    const places = await startPlaces(location);
    const zoom = createTestClient(places.web, { cdn: places.cdn });
    const file = await zoom.openFile({
      address: `${places.web.origin}/rec/start`,
      range: 'bytes=0-',
      signal,
    });
    expect(await text(file.body)).toBe('hello');
    expect(places.web.arrivals).toHaveLength(end === 'web' ? 2 : 1);
    for (const { headers, url } of places.web.arrivals) {
      expect(headers.authorization).toMatch(/^Bearer eyJ/);
      expect(url).not.toContain('eyJ');
    }
    for (const { headers, url } of places.cdn.arrivals) {
      expect(Object.keys(headers).sort()).toEqual(['accept-encoding', 'connection', 'host', 'range']);
      expect(url).not.toContain('eyJ');
    }
    expect(places.evil.connections()).toBe(0);
  },
);

test('an address of the list that leads to this machine is refused without a connection (V-12)', async () => {
  const places = await startPlaces(() => '/x');
  const hosts = { download: ['zoom.us', '*.zoom.us'], cdn: ['ssrweb.zoom.us'], allowInsecure: false };
  const zoom = createTestClient(places.web, { baseUrl: 'https://api.zoom.us/v2', hosts });
  for (const address of [`${places.evil.origin}/x`, `https://${places.evil.host}/x`, 'file:///etc/passwd']) {
    await expect(zoom.openFile({ address, signal })).rejects.toThrow(ZoomAddressRefusedError);
  }
  expect(places.evil.connections()).toBe(0);
});

test('the token comes back when a chain returns from the CDN to a download host, and only there', async () => {
  const web: FaultServer = await startFaultServer((request, response) => {
    if (request.url === '/end') response.end('hello');
    else response.writeHead(302, { location: `${cdn.origin}/back` }).end();
  });
  const cdn: FaultServer = await startFaultServer((_, response) =>
    response.writeHead(307, { location: `${web.origin}/end` }).end(),
  );
  const file = await createTestClient(web, { cdn }).openFile({ address: `${web.origin}/start`, signal });
  expect(await text(file.body)).toBe('hello');
  expect(web.arrivals.map(({ headers }) => headers.authorization !== undefined)).toEqual([true, true]);
  expect(cdn.arrivals.map(({ headers }) => headers.authorization)).toEqual([undefined]);
});
