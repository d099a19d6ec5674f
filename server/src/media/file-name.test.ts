import { create, parse } from 'content-disposition';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordingFile } from '../contract/index.ts';
import { toFileName } from './file-name.ts';

const file: RecordingFile = {
  id: 'e5db37d6-1111-4222-8333-444455556666',
  sessionId: 's',
  kind: 'video',
  recordingType: 'gallery_view',
  fileType: 'MP4',
  extension: 'MP4',
  label: 'Gallery view',
  startTime: '2026-03-04T14:05:11.000Z',
  endTime: null,
  sizeBytes: 1,
  state: 'ready',
  participant: null,
  trashedAt: null,
  purgeAt: null,
};

function nameOf(name: string | null, changes: Partial<RecordingFile> = {}): string {
  const session = { zoomId: 'z', name, startTime: '2026-03-04T14:05:11.000Z' };
  return toFileName({ file: { ...file, ...changes }, session }, 'mp4');
}

test('says when, what and which', () => {
  expect(nameOf('orchid-triage-0412')).toBe(
    '2026-03-04 14.05 orchid-triage-0412 - Gallery view - e5db37d6.mp4',
  );
});

test('keeps other scripts and emoji, and does without what is missing', () => {
  expect(nameOf('会议🎥')).toBe('2026-03-04 14.05 会议🎥 - Gallery view - e5db37d6.mp4');
  expect(nameOf(null)).toBe('2026-03-04 14.05 Untitled session - Gallery view - e5db37d6.mp4');
});

test.each([
  ['Q3 "plan"\r\nSet-Cookie: x=1', '2026-03-04 14.05 Q3 plan Set-Cookie x=1 - Gallery view - e5db37d6.mp4'],
  ['../../etc/passwd', '2026-03-04 14.05 etc passwd - Gallery view - e5db37d6.mp4'],
  ['a:b?*', '2026-03-04 14.05 a b - Gallery view - e5db37d6.mp4'],
  ['name. ', '2026-03-04 14.05 name - Gallery view - e5db37d6.mp4'],
  ['evil\u202Egpj.exe', '2026-03-04 14.05 evil gpj.exe - Gallery view - e5db37d6.mp4'],
])('makes %j harmless', (name, expected) => {
  expect(nameOf(name)).toBe(expected);
});

test('does not become a device of Windows when there is no date', () => {
  const session = { zoomId: 'z', name: 'CON', startTime: null };
  const bare = { ...file, startTime: null, label: '', id: '.' };
  expect(toFileName({ file: bare, session }, 'mp4')).toBe('_CON.mp4');
});

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.constantFrom(
    'CON',
    'aux.txt',
    '..',
    '.',
    ' ',
    'NUL.',
    'a'.repeat(400),
    '👩‍⚕️'.repeat(60),
    '\u202E',
    '\ud800',
    '%2e%2e/',
  ),
);

test('names 10,000 files so that every system can keep them and every header can carry them', () => {
  const maybe = fc.option(
    piece.map((text) => text),
    { nil: null },
  );
  const start = fc.option(fc.constant('2026-03-04T14:05:11.000Z'), { nil: null });
  const naming = fc.tuple(
    fc.array(piece, { maxLength: 4 }).map((parts) => parts.join('')),
    maybe,
    fc.string(),
    start,
  );
  fc.assert(
    fc.property(naming, ([name, label, id, startTime]) => {
      const changes = { label: label ?? '', id, startTime };
      const made = toFileName(
        { file: { ...file, ...changes }, session: { zoomId: 'z', name, startTime } },
        'mp4',
      );
      expect(Buffer.byteLength(made)).toBeLessThanOrEqual(180);
      expect(made).not.toMatch(/[\p{Cc}\p{Cs}<>:"/\\|?*\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C\uFEFF]/u);
      expect(made).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      expect(made).not.toMatch(/^[. ]|[. ]$/);
      expect(made).toMatch(/[^.]\.mp4$/);
      expect(made).toBe(made.normalize('NFC'));
      const header = create(made, { type: 'attachment' });
      expect(header).toMatch(/^[\x20-\x7e]+$/);
      expect(parse(header).parameters.filename).toBe(made);
    }),
    { numRuns: 10_000 },
  );
});
