import { expect, test } from 'vitest';
import { formatFileSpan, formatSpan, toMonth, toSpan, toStates } from './session-facts.ts';
import { gallery, recordingFile, session } from './test-session.ts';

const berlin = { timeZone: 'Europe/Berlin' };

test('a span is told in one day or in two', () => {
  const start = '2026-11-20T13:05:00.000Z';
  expect(formatSpan({ start, end: '2026-11-20T14:13:00.000Z' }, berlin)).toBe('Fri 20 Nov 2026, 14:05–15:13');
  expect(formatSpan({ start, end: '2026-11-21T00:10:00.000Z' }, berlin)).toBe(
    'Fri 20 Nov 2026, 14:05 – Sat 21 Nov 2026, 01:10',
  );
  expect(formatSpan({ start, end: null }, berlin)).toBe('Fri 20 Nov 2026, 14:05');
  expect(formatSpan({ start: null, end: null })).toBe('–');
});

test('a session ends with its last file, else after its length, and never before it began', () => {
  expect(toSpan(session()).end).toBe('2026-11-20T14:13:00.000Z');
  expect(toSpan(session({ files: [] })).end).toBe('2026-11-20T14:13:00.000Z');
  expect(toSpan(session({ files: [], durationMinutes: null })).end).toBeNull();
  const early = recordingFile({ endTime: '2026-11-20T12:00:00.000Z' });
  expect(toSpan(session({ files: [early] })).end).toBeNull();
});

test('the month is that of the UTC start, also where it is another month here', () => {
  expect(toMonth(session({ startTime: '2026-10-31T23:30:00.000Z' }))).toBe('2026-10');
  expect(toMonth(session({ startTime: null }))).toBeUndefined();
});

test('states are counted, and stand alone when they hold for the whole session', () => {
  const processing = recordingFile({ id: 'p', state: 'processing' });
  const trashed = recordingFile({ id: 't', trashedAt: '2026-11-21T09:00:00.000Z' });
  expect(toStates(session({ files: [gallery, processing, trashed] }))).toEqual([
    { kind: 'processing', files: 1 },
    { kind: 'trashed', files: 1 },
  ]);
  expect(toStates(session({ files: [processing] }))).toEqual([{ kind: 'processing', files: null }]);
  expect(toStates(session({ state: 'trashed', files: [trashed] }))).toEqual([
    { kind: 'trashed', files: null },
  ]);
  expect(toStates(session())).toEqual([]);
});

test('a file without times has none', () => {
  expect(formatFileSpan(recordingFile({ startTime: null }))).toBe('–');
  expect(formatFileSpan(recordingFile({ endTime: null }))).not.toContain('–');
});
