import { expect, test } from 'vitest';
import { checkAccessToken, type TokenRules } from './access-token.ts';
import { sign } from './test-caller.ts';

const secret = 'sim_api_secret_0001_do_not_use';
const rules: TokenRules = {
  apiKey: 'sim_api_key_0001',
  apiSecret: secret,
  nowMs: 1_767_225_660_000,
  toleranceSeconds: 30,
  maxLifeSeconds: null,
};
const claims = { iss: 'sim_api_key_0001', iat: 1_767_225_600, exp: 1_767_229_200 };
const good = sign({ alg: 'HS256', typ: 'JWT' }, claims, secret);

test('takes the test vector of the fact sheet, which another library signed', () => {
  expect(good).toMatch(/\.9HU4udux21ISHdT8XL_0-PyaPWFTbRMDyGUWbFvazyc$/);
  expect(checkAccessToken(good, rules)).toBe('ok');
});

test.each([
  ['no algorithm', `${sign({ alg: 'none' }, claims, secret).split('.').slice(0, 2).join('.')}.`],
  ['"none" with a good signature', sign({ alg: 'none' }, claims, secret)],
  ['another algorithm', sign({ alg: 'HS512' }, claims, secret)],
  ['another secret', sign({ alg: 'HS256' }, claims, 'other')],
  ['another key', sign({ alg: 'HS256' }, { ...claims, iss: 'sdk-key' }, secret)],
  ['a session token', sign({ alg: 'HS256' }, { app_key: 'sim_api_key_0001', exp: claims.exp }, secret)],
  ['no expiry', sign({ alg: 'HS256' }, { iss: claims.iss }, secret)],
  ['a payload that is not JSON', good.replace(/\.[^.]+\./, '.bm90IGpzb24.')],
  ['a fourth part', `${good}.x`],
  ['nothing', ''],
])('refuses a token with %s', (_what, token) => {
  expect(checkAccessToken(token, rules)).toBe('invalid');
});

test('calls a token expired from the second on that it names', () => {
  expect(checkAccessToken(good, { ...rules, nowMs: claims.exp * 1000 - 1 })).toBe('ok');
  expect(checkAccessToken(good, { ...rules, nowMs: claims.exp * 1000 })).toBe('expired');
});

test('takes a token issued a little ahead of our clock, and no further', () => {
  expect(checkAccessToken(good, { ...rules, nowMs: (claims.iat - 30) * 1000 })).toBe('ok');
  expect(checkAccessToken(good, { ...rules, nowMs: (claims.iat - 31) * 1000 })).toBe('invalid');
});

test('refuses a long life only when it was told to', () => {
  expect(checkAccessToken(good, { ...rules, maxLifeSeconds: 3600 })).toBe('ok');
  expect(checkAccessToken(good, { ...rules, maxLifeSeconds: 3599 })).toBe('invalid');
});
