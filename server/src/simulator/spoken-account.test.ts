import { expect, test } from 'vitest';
import { openContent } from './file-content.ts';
import { spokenAccount } from './spoken-account.ts';
import { spokenWords } from './spoken-text.ts';

const now = Date.parse('2026-11-23T12:00:00Z');

test('has as many sessions as asked for, each with a transcript of so many words', () => {
  const account = spokenAccount({ sessions: 40, days: 100, now, wordsEach: 25 });
  const listed = account.between?.('2026-08-01', '2026-11-30') ?? [];
  expect(listed).toHaveLength(40);
  expect(listed.map(({ start_time }) => start_time)).toEqual(
    listed
      .map(({ start_time }) => start_time)
      .toSorted()
      .toReversed(),
  );
  expect(
    account.between?.('2026-10-01', '2026-10-31').every(({ start_time }) => start_time.startsWith('2026-10')),
  ).toBe(true);
  const [session] = listed;
  expect(account.find?.(session?.session_id ?? '')).toBe(session);
  const content = session?.recording_files?.[0]?.content ?? { kind: 'missing' };
  const body = openContent(content);
  const text = body.slice(0, body.sizeBytes).toString();
  expect(text).toMatch(
    /^WEBVTT\r\n\r\n1\r\n00:00:00.000 --> 00:00:03.500\r\n\w+ \w+: (\w+ ){9}\w+\r\n\r\n2\r\n/,
  );
  expect(openContent(content).slice(0, body.sizeBytes).toString()).toBe(text);
  const known = new Set(spokenWords());
  const [, spoken = ''] = /: ((?:\w+ ){9}\w+)\r\n/.exec(text) ?? [];
  expect(spoken.split(' ').filter((word) => !known.has(word))).toEqual([]);
});
