import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDemoMedia } from './file-content.ts';
import { MEDIA_SPAN_MS } from './media-set.ts';

const names = readdirSync(new URL('../../demo-media/', import.meta.url));
const MEGABYTE = 1_000_000;

/** The types of the boxes a file is made of (ISO/IEC 14496-12), in order. */
function boxTypes(bytes: Buffer): string[] {
  const types: string[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at))
    types.push(bytes.toString('latin1', at + 4, at + 8));
  return types;
}

test('all of it together is at most 8 MB', () => {
  const totalBytes = names.reduce((sum, name) => sum + readDemoMedia(name).length, 0);
  expect(totalBytes).toBeLessThanOrEqual(8 * MEGABYTE);
});

test.each(names.filter((name) => /\.(mp4|m4a)$/.test(name)))('%s can start before it is whole', (name) => {
  const types = boxTypes(readDemoMedia(name));
  expect(types[0]).toBe('ftyp');
  expect(types.indexOf('moov')).toBeLessThan(types.indexOf('mdat'));
});

test.each(['visit', 'lesson'])(
  'the transcript of the %s has CRLF, speakers, and cues in order within the recording',
  (set) => {
    const text = readDemoMedia(`${set}.transcript.vtt`).toString('utf8');
    expect(text.startsWith('WEBVTT\r\n\r\n1\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    const cues = [...text.matchAll(/(\S+) --> (\S+)\r\n([A-Z]\w+ [A-Z]\w+): /g)];
    expect(cues.length).toBeGreaterThan(10);
    const times = cues.flatMap(([, start, end]) =>
      [start, end].map((time) => Date.parse(`1970-01-01T${time}Z`)),
    );
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(MEDIA_SPAN_MS);
  },
);

test.each(['visit', 'lesson'])(
  'the chat of the %s is tab-separated, and one message spills on to a second line',
  (set) => {
    const lines = readDemoMedia(`${set}-chat.txt`).toString('utf8').trimEnd().split('\r\n');
    const isMessage = (line: string) => /^\d\d:\d\d:\d\d\t[^\t]+:\t.+$/.test(line);
    expect(lines.filter(isMessage)).toHaveLength(5);
    expect(lines.filter((line) => !isMessage(line))).toHaveLength(1);
  },
);

test.each(['visit', 'lesson'])('the timeline of the %s has both lists', (set) => {
  const timeline = JSON.parse(readDemoMedia(`${set}-timeline.json`).toString('utf8'));
  expect(timeline.timeline[0]).toEqual({ ts: '00:00:00.000', users: [] });
  expect(timeline.timeline_refine[0].users[0]).toMatchObject({ multiple_people: false, client_type: 0 });
});
