import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CatalogFile, CatalogSession } from '../catalog/rows.ts';
import { Session } from '../contract/index.ts';
import { parseRecordingsPage } from '../zoom/schemas.ts';
import { presentFile, presentSession } from './present.ts';
import { readSession } from './read-draft.ts';

/** One file as Zoom would list it, presented. */
function present(zoomFile: Record<string, unknown>, list = 'recording_files') {
  const session = presentWhole({ session_id: 'K6DoTC6/wqNUGyWaws+5XA==', [list]: [zoomFile] });
  return session.files[0];
}

function presentWhole(zoomSession: Record<string, unknown>): Session {
  const [session] = parseRecordingsPage({ sessions: [zoomSession] }).sessions;
  if (!session) throw new Error('no session was read');
  return Session.parse(presentSession(toCatalog(session)));
}

function toCatalog(session: Parameters<typeof readSession>[0]): CatalogSession {
  const { draft } = readSession(session);
  const files = draft.files.map(
    (file, n): CatalogFile => ({ ...file, id: `f${n}`, isLive: true, isTrashed: false }),
  );
  return { ...draft, rid: 1, positionMs: 0, state: 'live', trashedMs: null, readMs: null, files };
}

const done = {
  status: 'completed',
  recording_end: '2026-03-04T14:29:40Z',
  file_size: 10,
  download_url: 'https://zoom.us/x',
};

test.each([
  [{ recording_type: 'gallery_view', file_type: 'MP4' }, 'video', 'Gallery view'],
  [
    { recording_type: 'shared_screen_with_speaker_view(CC)', file_type: 'MP4' },
    'video',
    'Screen share with speaker view with captions',
  ],
  [{ recording_type: 'audio_only', file_type: 'MP4' }, 'audio', 'Audio only'],
  [{ recording_type: 'audio_transcript', file_type: 'TRANSCRIPT' }, 'transcript', 'Transcript'],
  [{ recording_type: 'closed_caption', file_type: 'CC' }, 'captions', 'Captions'],
  [{ file_type: 'CC' }, 'captions', 'Captions'],
  [{ file_type: 'TIMELINE' }, 'timeline', 'Timeline'],
  [{ recording_type: 'chat_file', file_type: 'CHAT' }, 'chat', 'Chat'],
  [{ recording_type: 'summary', file_type: 'SUMMARY' }, 'summary', 'Summary'],
  [{ recording_type: 'poll', file_type: 'CSV' }, 'poll', 'Poll'],
  [{ recording_type: 'thumbnail', file_type: 'TB', file_extension: 'JPG' }, 'image', 'Thumbnail'],
  [{ recording_type: 'holo_deck_view', file_type: 'MP4' }, 'video', 'Holo deck view'],
  [{ recording_type: 'smell_track', file_type: 'SMELL' }, 'other', 'Smell track'],
  [{ file_type: 'SMELL' }, 'other', 'SMELL'],
  [{ recording_type: 'constructor', file_type: '__proto__' }, 'other', 'Constructor'],
  [{}, 'other', 'File'],
])('calls %j %s, «%s»', (words, kind, label) => {
  expect(present({ ...done, ...words })).toMatchObject({ kind, label });
});

test('calls a participant’s files by name, and audio audio whatever its type says', () => {
  const file = { ...done, file_type: 'MP4', file_extension: 'MP4', file_name: 'Ada Moreau', user_id: 7 };
  expect(present({ ...file, recording_type: 'individual_user' }, 'participant_video_files')).toMatchObject({
    kind: 'video',
    label: 'Ada Moreau — video',
    participant: { name: 'Ada Moreau', userId: '7', userKey: null },
  });
  expect(present(file, 'participant_audio_files')).toMatchObject({
    kind: 'audio',
    label: 'Ada Moreau — audio',
  });
  expect(
    present({ ...file, recording_type: 'individual_shared_screen' }, 'participant_video_files')?.label,
  ).toBe('Ada Moreau — screen share');
});

test('says processing while there is neither type, end nor size, or while Zoom says so', () => {
  const row = { file_type: '', recording_end: '', file_size: 0, download_url: 'https://zoom.us/x' };
  expect(present({ ...row, status: '' })?.state).toBe('processing');
  expect(present({ ...done, status: 'processing' })?.state).toBe('processing');
  expect(present({ ...done, file_type: 'MP4', file_size: 0 })?.state).toBe('ready');
});

test('says unavailable when Zoom names no address, as for files in the owner’s bucket', () => {
  const { download_url: _, ...stored } = done;
  expect(present({ ...stored, external_storage_url: 's3://bucket/a.mp4' })?.state).toBe('unavailable');
});

test('writes times in UTC with milliseconds, and null for what is no time', () => {
  expect(present({ ...done, recording_start: '2026-03-04T14:05:11+02:00' })?.startTime).toBe(
    '2026-03-04T12:05:11.000Z',
  );
  for (const time of [
    '',
    'soon',
    '2026-03-04',
    '2026-02-31T99:00:00Z',
    '2026-03-04T14:05:11',
    '9999-12-31T23:59:59Z',
  ]) {
    expect(present({ ...done, recording_start: time })?.startTime).toBeNull();
  }
});

test('keeps to the contract whatever Zoom sends (2,000 sessions)', () => {
  const odd = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.constant(null),
    fc.jsonValue(),
  );
  const fileFields = [
    ...[
      'id',
      'recording_start',
      'recording_end',
      'file_type',
      'file_extension',
      'file_size',
      'download_url',
      'status',
    ],
    ...['deleted_time', 'recording_type', 'file_name', 'user_id', 'user_key', 'external_storage_url'],
  ];
  const file = fc.dictionary(fc.constantFrom(...fileFields), odd, { depthIdentifier: 'file' });
  const files = fc.oneof(fc.array(fc.oneof(file, fc.constant(null)), { maxLength: 4 }), odd);
  const session = fc.record(
    {
      session_id: fc.string({ minLength: 1 }).filter((id) => id.trim() !== ''),
      session_name: odd,
      session_key: odd,
      start_time: odd,
      duration: odd,
      total_size: odd,
      recording_count: odd,
      recording_files: files,
      participant_video_files: files,
      participant_audio_files: files,
    },
    { requiredKeys: ['session_id'] },
  );
  fc.assert(
    fc.property(session, (zoomSession) => {
      presentWhole(zoomSession);
    }),
    { numRuns: 2000 },
  );
});

test('a file of a session in the trash is in the trash, and goes thirty days after it went there', () => {
  const [zoomSession] = parseRecordingsPage({
    sessions: [{ session_id: 'a', recording_files: [{ id: 'f', deleted_time: '2026-03-04T00:00:00Z' }] }],
  }).sessions;
  if (!zoomSession) throw new Error('no session was read');
  const session: CatalogSession = {
    ...toCatalog(zoomSession),
    state: 'trashed',
    trashedMs: Date.parse('2026-03-04T00:00:00Z'),
  };
  const [file] = session.files;
  if (!file) throw new Error('no file was read');
  expect(presentFile({ ...file, trashedMs: null }, session)).toMatchObject({
    trashedAt: '2026-03-04T00:00:00.000Z',
    purgeAt: '2026-04-03T00:00:00.000Z',
  });
  expect(presentSession(session)).toMatchObject({
    state: 'trashed',
    fileCount: 1,
    purgeAt: '2026-04-03T00:00:00.000Z',
  });
});
