import { expect, test } from 'vitest';
import { createLog } from './log.ts';

const secret = 'canary-Secret/with+odd=signs"77b1';
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJjYW5hcnkifQ.c2lnbmF0dXJlLWNhbmFyeQ';

function capture(format: 'json' | 'pretty', write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  const target = { write: (line: string) => void lines.push(line) };
  write(createLog({ level: 'debug', format, secrets: () => [secret, 'x'], target }));
  return lines.join('');
}

const spellings = {
  raw: secret,
  'URL-encoded': encodeURIComponent(secret),
  base64: Buffer.from(secret).toString('base64'),
  'base64 of a text it ends': Buffer.from(`key:${secret}`).toString('base64'),
  'base64 of a text it begins': Buffer.from(`${secret}:x`).toString('base64'),
  base64url: Buffer.from(`ab${secret}c`).toString('base64url'),
};

test.each(Object.entries(spellings))(
  'hides a secret that is written %s, in fields, messages and errors',
  (_name, text) => {
    for (const format of ['json', 'pretty'] as const) {
      const output = capture(format, (log) => {
        log.info({ deep: [{ value: text }] }, `about ${text}`);
        log.error({ err: new Error(`failed with ${text}`) });
      });
      expect(output).toContain('[hidden]');
      expect(output).not.toContain(text.slice(6, -6));
      expect(output).not.toContain(JSON.stringify(text).slice(6, -6));
    }
  },
);

test.each([
  ['a bearer token', `authorization: Bearer ${jwt}`, 'c2lnbmF0dXJl'],
  ['a bearer token of any shape', 'Bearer abcdef.123', 'abcdef'],
  ['a token by its shape alone', `x ${jwt} y`, 'eyJpc3Mi'],
  ['a token in a query', '?access_token=abc123&x=1', 'abc123'],
  ['a download address', 'https://us06web.zoom.us/rec/download/canary-path?x=canary-query', 'canary'],
  ['a CDN address', 'https://ssrweb.zoom.us/replay01/canary.mp4?Signature=canary', 'canary'],
  ['an encoded address', 'next=https%3A%2F%2Fzoom.us%2Frec%2Fdownload%2Fcanary', 'canary'],
  ['a path without its host', 'GET /rec/webhook_download/canary.token', 'canary'],
])('hides %s', (_name, text, hidden) => {
  const output = capture('json', (log) => log.warn({ text }, text));
  expect(output).not.toContain(hidden);
});

test('leaves everything else as it was', () => {
  const output = capture('json', (log) =>
    log.info({ url: 'http://127.0.0.1:4600', records: 3 }, 'read 3 of 5 pages'),
  );
  expect(JSON.parse(output)).toMatchObject({
    url: 'http://127.0.0.1:4600',
    records: 3,
    msg: 'read 3 of 5 pages',
  });
});
