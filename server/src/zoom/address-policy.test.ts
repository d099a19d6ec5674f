import { expect, test } from 'vitest';
import { AddressRefused, createAddressPolicy, type OutboundHosts } from './address-policy.ts';

const DEFAULTS: OutboundHosts = {
  download: ['zoom.us', '*.zoom.us', 'zoomgov.com', '*.zoomgov.com'],
  cdn: ['ssrweb.zoom.us', '*.cloudfront.net'],
  allowInsecure: false,
};
const policy = createAddressPolicy({ hosts: DEFAULTS, baseUrl: 'https://api.zoom.us/v2' });
const judge = (address: string) => policy.judge(new URL(address)).mayHaveToken;

test.each([
  'https://zoom.us/rec/download/x',
  'https://us06web.zoom.us/rec/download/x',
  'https://US06WEB.ZOOM.US:443/rec',
  'https://a.b.zoom.us/',
  'https://zoomgov.com/',
  'https://us.zoomgov.com/',
])('%s may have the token', (address) => {
  expect(judge(address)).toBe(true);
});

test.each(['https://ssrweb.zoom.us/replay/x?Policy=y', 'https://d1.cloudfront.net/x'])(
  '%s may be asked without the token, as the CDN list wins',
  (address) => {
    expect(judge(address)).toBe(false);
  },
);

test.each([
  'http://zoom.us/',
  'https://zoom.us:8443/',
  'https://zoom.us:80/',
  'https://zoom.us./',
  'https://us06web.zoom.us./',
  'https://notzoom.us/',
  'https://zoom.us.evil.example/',
  'https://zoom.usx/',
  'https://zoom-us.example/',
  'https://xzoom.us/',
  'https://.zoom.us/',
  'https://cloudfront.net/',
  'https://ssrweb.zoom.us:444/',
  'https://user@zoom.us/',
  'https://:secret@zoom.us/',
  'https://zoom.us@evil.example/',
  'https://evil.example/?zoom.us',
  'https://evil.example/#.zoom.us',
  'https://zoom.us%2eevil.example/',
  'https://zооm.us/',
  'ftp://zoom.us/',
  'ws://zoom.us/',
  'file:///etc/passwd',
  'file://zoom.us/etc/passwd',
  'data:text/plain,x',
  'javascript:alert(1)',
  'blob:https://zoom.us/x',
  's3://bucket/x',
  'https://127.0.0.1/',
  'https://[::1]/',
])('%s is refused', (address) => {
  expect(() => judge(address)).toThrow(AddressRefused);
});

test('a listed IP address is refused all the same when it is not public', () => {
  const hosts = { download: ['10.0.0.5'], cdn: ['[fd00::1]', '8.8.8.8'], allowInsecure: false };
  const listed = createAddressPolicy({ hosts, baseUrl: 'https://api.zoom.us/v2' });
  for (const address of ['https://10.0.0.5/', 'https://[fd00::1]/', 'https://0x0a000005/']) {
    expect(() => listed.judge(new URL(address))).toThrow('is not a public address');
  }
  expect(listed.judge(new URL('https://8.8.8.8/'))).toEqual({ mayHaveToken: false });
});

test('insecure lets exactly the base URL and the written-out hosts be http, local, and on their port', () => {
  const hosts = { download: ['127.0.0.1:4000', '*.test'], cdn: ['localhost'], allowInsecure: true };
  const relaxed = createAddressPolicy({ hosts, baseUrl: 'http://127.0.0.1:5000/v2' });
  const mayHaveToken = (address: string) => relaxed.judge(new URL(address)).mayHaveToken;
  expect(mayHaveToken('http://127.0.0.1:4000/x')).toBe(true);
  expect(mayHaveToken('http://127.0.0.1:5000/x')).toBe(true);
  expect(mayHaveToken('http://localhost:1234/x')).toBe(false);
  expect(mayHaveToken('https://files.test/x')).toBe(true);
  for (const address of [
    'http://127.0.0.1:4001/',
    'http://127.0.0.1/',
    'http://127.0.0.2:4000/',
    'http://files.test/',
    'https://files.test:4000/',
    'http://user@127.0.0.1:4000/',
    'ftp://localhost/',
  ]) {
    expect(() => mayHaveToken(address)).toThrow(AddressRefused);
  }
});

test('a refusal names the host and nothing else of the address', () => {
  const address = new URL('https://evil.example/path-canary?token=canary');
  expect(() => policy.judge(address)).toThrow(/^the address at "evil.example" is on no list$/);
});

test.each(['http://api.zoom.us/v2', 'ftp://api.zoom.us', 'nonsense'])(
  'the base URL %s is refused',
  (baseUrl) => {
    expect(() => createAddressPolicy({ hosts: DEFAULTS, baseUrl })).toThrow(TypeError);
  },
);

test.each(['', 'a b', 'zoom.us/path', 'user@zoom.us', 'https://zoom.us', '*.', '*'])(
  'the host entry %j is refused',
  (entry) => {
    const hosts = { ...DEFAULTS, download: [entry] };
    expect(() => createAddressPolicy({ hosts, baseUrl: 'https://api.zoom.us/v2' })).toThrow(TypeError);
  },
);
