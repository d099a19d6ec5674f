import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ZoomShapeError } from './errors.ts';
import { isDeeperThan } from './json-depth.ts';
import { parseRecordingsPage, parseSession } from './schemas.ts';

const FILE = {
  id: 'e5db37d6-3fd1-4a76-a6ea-b04de9c4aad3',
  status: 'completed',
  recording_start: '2026-03-04T14:06:02Z',
  recording_end: '2026-03-04T14:29:40Z',
  file_type: 'MP4',
  file_extension: 'MP4',
  file_size: 48211904,
  download_url: 'https://us06web.zoom.us/rec/download/x',
  recording_type: 'shared_screen_with_speaker_view',
};

test('reads the envelope as Zoom says it, dates included', () => {
  const page = parseRecordingsPage({
    from: '2026-03-01',
    to: '2026-03-31',
    page_size: 2,
    total_records: 3,
    next_page_token: 'k4Wq0',
    sessions: [{ session_id: 'K6DoTC6/wqNUGyWaws+5XA==', duration: 23, recording_files: [FILE] }],
  });
  expect(page).toMatchObject({
    from: '2026-03-01',
    to: '2026-03-31',
    pageSize: 2,
    totalRecords: 3,
    nextPageToken: 'k4Wq0',
  });
  expect(page.sessions[0]).toMatchObject({
    duration: 23,
    recording_files: [FILE],
    participant_video_files: [],
  });
});

test('envelope fields of the wrong type count as absent, but a token is never lost', () => {
  const odd = {
    from: 20260301,
    to: null,
    page_size: '30',
    total_records: [],
    next_page_token: 12345,
    sessions: [],
  };
  const page = parseRecordingsPage(odd);
  expect(page).toMatchObject({
    from: undefined,
    to: undefined,
    pageSize: undefined,
    totalRecords: undefined,
  });
  expect(page.nextPageToken).toBe('12345');
  expect(parseRecordingsPage({ sessions: [] }).nextPageToken).toBe('');
  expect(parseRecordingsPage({ sessions: [], next_page_token: null }).nextPageToken).toBe('');
});

test('a bare session in place of the envelope is a page of one', () => {
  const page = parseRecordingsPage({ session_id: 'x', recording_files: [FILE, FILE] });
  expect(page.sessions).toHaveLength(1);
  expect(page.sessions[0]?.recording_files).toHaveLength(2);
});

test.each([
  [null],
  [[]],
  ['text'],
  [7],
  [{}],
  [{ sessions: null }],
  [{ sessions: {} }],
  [{ session_id: '' }],
])('refuses %j as a page', (json) => {
  expect(() => parseRecordingsPage(json)).toThrow(ZoomShapeError);
});

test('one record that cannot be read hides itself alone, and says where it was', () => {
  const sessions = [
    null,
    { session_id: 'a' },
    { session_name: 'no id' },
    'text',
    { session_id: 7 },
    { session_id: ' ' },
    [],
  ];
  const page = parseRecordingsPage({ sessions });
  expect(page.sessions.map(({ session_id }) => session_id)).toEqual(['a', '7']);
  expect(page.unreadable.map(({ index }) => index)).toEqual([0, 2, 3, 5, 6]);
  expect(page.unreadable[1]?.reason).toBe('no usable session_id');
});

test('fields of the wrong type count as absent, and elements that are no files are dropped', () => {
  const session = parseSession({
    session_id: 'a',
    session_name: { html: '<b>' },
    duration: '30:00',
    total_size: null,
    recording_count: Number.POSITIVE_INFINITY,
    recording_files: [
      null,
      FILE,
      'x',
      [],
      { id: 5, file_size: '12', file_type: 9, user_key: null, user_id: 16778240 },
    ],
    participant_video_files: 'none',
    participant_audio_files: null,
  });
  expect(session).toMatchObject({ session_name: undefined, duration: undefined, total_size: undefined });
  expect(session.recording_files).toHaveLength(2);
  expect(session.recording_files[1]).toMatchObject({ id: '5', file_size: undefined, user_id: '16778240' });
  expect(session.droppedFiles).toBe(3);
  expect([session.participant_video_files, session.participant_audio_files]).toEqual([[], []]);
});

test('unknown values pass through, missing arrays are empty', () => {
  const file = { recording_type: 'hologram', file_type: 'HOLO', status: '', recording_end: '', file_size: 0 };
  expect(parseSession({ session_id: 'a', recording_files: [file] }).recording_files).toMatchObject([file]);
  expect(parseSession({ session_id: 'a' }).recording_files).toEqual([]);
});

test('keys that name a prototype change nothing', () => {
  const json: unknown = JSON.parse(
    '{"__proto__":{"polluted":1},"sessions":[{"session_id":"a","__proto__":{"session_name":"x"},"constructor":1,"recording_files":[{"__proto__":{"id":"y"},"toString":2}]}]}',
  );
  const [session] = parseRecordingsPage(json).sessions;
  expect(session?.session_name).toBeUndefined();
  expect(session?.recording_files[0]?.id).toBeUndefined();
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('no JSON in place of a record or a field makes reading fail', () => {
  const record = fc.dictionary(
    fc.constantFrom(...Object.keys(FILE), 'session_id', 'recording_files', 'duration'),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(record, fc.jsonValue())), (sessions) => {
      const page = parseRecordingsPage({ sessions });
      expect(page.sessions.length + page.unreadable.length).toBe(sessions.length);
    }),
  );
});

test('depth is counted outside of texts only', () => {
  const deep = (json: string) => isDeeperThan(Buffer.from(json), 2);
  expect(deep('{"a":[1],"b":{"c":2}}')).toBe(false);
  expect(deep('{"a":[[1]]}')).toBe(true);
  expect(deep('{"a":"[[[[\\"[[[["}')).toBe(false);
  expect(deep('{"a":"\\\\","b":[[1]]}')).toBe(true);
});
