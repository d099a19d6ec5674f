import type { ZoomHealth } from '@matinee/server/contract';
import { expect, test } from 'vitest';
import { toAlarm } from './alarm.ts';

const zoom = (state: ZoomHealth['state'], detail: string | null = null): ZoomHealth => ({
  state,
  since: '2026-11-23T09:42:00.000Z',
  detail,
});

test('nothing is said while all is well', () => {
  expect(toAlarm({ connection: 'open', isOffline: false, zoom: zoom('ok') })).toBeNull();
  expect(toAlarm({ connection: 'open', isOffline: false, zoom: zoom('unknown') })).toBeNull();
  expect(toAlarm({ connection: 'open', isOffline: false, zoom: null })).toBeNull();
});

test('the nearest cause is told first', () => {
  const lost = toAlarm({ connection: 'lost', isOffline: true, zoom: zoom('unreachable') });
  expect(lost).toMatchObject({
    sentence: expect.stringContaining('server stopped'),
    isUrgent: true,
    canRetry: true,
  });
  const offline = toAlarm({ connection: 'open', isOffline: true, zoom: zoom('unreachable') });
  expect(offline?.sentence).toContain('offline');
});

test('a refusal says what the server found out to be its cause', () => {
  const alarm = toAlarm({
    connection: 'open',
    isOffline: false,
    zoom: zoom('credentials-refused', 'The clock is late.'),
  });
  expect(alarm).toMatchObject({ isUrgent: true, sentence: 'The clock is late.' });
});

test('slowing down mends itself and counts down', () => {
  const alarm = toAlarm({ connection: 'open', isOffline: false, zoom: zoom('rate-limited') });
  expect(alarm).toMatchObject({ isUrgent: false, hasCountdown: true, canRetry: false });
});
