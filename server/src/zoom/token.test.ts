import jwt from 'jsonwebtoken';
import { expect, test } from 'vitest';
import {
  createTestClient,
  EMPTY_PAGE,
  sendJson,
  startFaultServer,
  TEST_CREDENTIALS,
} from '../../test/zoom-fault-server.ts';
import { createTokenSource, signToken } from './token.ts';

const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2026, 2, 4, 14, 5);

function claimsOf(token: string) {
  return jwt.verify(token, TEST_CREDENTIALS.apiSecret, { complete: true, clockTimestamp: START_MS / 1000 });
}

test('signs the test vector of zoom-api.md 1.2', () => {
  expect(signToken(TEST_CREDENTIALS, { iat: 1767225600, exp: 1767229200 })).toBe(
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzaW1fYXBpX2tleV8wMDAxIiwiaWF0IjoxNzY3MjI1NjAwLCJleHAiOjE3NjcyMjkyMDB9.9HU4udux21ISHdT8XL_0-PyaPWFTbRMDyGUWbFvazyc',
  );
});

test('a token is HS256, back-dated by a minute, and lives for at most a quarter of an hour (S6)', () => {
  const token = createTokenSource({ credentials: TEST_CREDENTIALS, now: () => START_MS }).current();
  const { header, payload } = claimsOf(token);
  const now = START_MS / 1000;
  expect(header).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(payload).toEqual({ iss: TEST_CREDENTIALS.apiKey, iat: now - 60, exp: now + 840 });
});

test('a token is reused until a minute before its end, and not after the clock was set back', () => {
  let nowMs = START_MS;
  const source = createTokenSource({ credentials: TEST_CREDENTIALS, now: () => nowMs });
  const first = source.current();
  nowMs += 13 * MINUTE_MS - 1;
  expect(source.current()).toBe(first);
  nowMs += 1;
  const second = source.current();
  expect(second).not.toBe(first);
  nowMs -= 5 * MINUTE_MS;
  expect(source.current()).not.toBe(second);
});

test('what was refused is replaced once for all who used it', () => {
  let nowMs = START_MS;
  const source = createTokenSource({ credentials: TEST_CREDENTIALS, now: () => nowMs });
  const refused = source.current();
  nowMs += 5_000;
  const anew = source.replace(refused);
  nowMs += 5_000;
  expect(anew).not.toBe(refused);
  expect(source.replace(refused)).toBe(anew);
});

test('a Date that cannot be read teaches nothing', () => {
  const source = createTokenSource({ credentials: TEST_CREDENTIALS, now: () => START_MS });
  source.observe(undefined);
  source.observe('yesterday');
  expect(source.offsetMs()).toBe(0);
});

for (const minutes of [-10, -7, 7, 10]) {
  test(`with a clock wrong by ${minutes} minutes at most one call is rejected and health says so (S6)`, async () => {
    const api = await startFaultServer((request, response) => {
      const token = (request.headers.authorization ?? '').slice('Bearer '.length);
      try {
        const claims = jwt.verify(token, TEST_CREDENTIALS.apiSecret);
        const isOfTheFuture = typeof claims === 'object' && (claims.iat ?? 0) > Date.now() / 1000 + 30;
        if (isOfTheFuture) throw new Error('of the future');
        sendJson(response, EMPTY_PAGE);
      } catch {
        sendJson(response, { code: 124, message: 'Access token is expired.' }, { status: 401 });
      }
    });
    // Behind by ten minutes a fresh token still has four left: let it grow old.
    const aged = createTestClient(api, {
      now: () => Date.now() + minutes * MINUTE_MS - (minutes < 0 ? 5 * MINUTE_MS : 0),
    });
    await Promise.all(
      Array.from({ length: 20 }, (_, day) => aged.listRecordings({ from: `${day}` }, { urgency: 'person' })),
    );
    expect(api.arrivals.length).toBeLessThanOrEqual(21);
    const { state, detail } = aged.health();
    expect(state).toBe('ok');
    const off = minutes < 0 ? 5 - minutes : minutes;
    expect(detail).toContain(`clock is ${off} minutes ${minutes < 0 ? 'behind' : 'ahead of'} Zoom’s`);
  });
}
