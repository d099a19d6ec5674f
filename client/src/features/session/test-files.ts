import type { FileKind, FileState, RecordingFile } from '@matinee/server/contract';
import fc from 'fast-check';
import { recordingFile } from './test-session.ts';

const kinds: FileKind[] = [
  'video',
  'audio',
  'transcript',
  'captions',
  'chat',
  'timeline',
  'summary',
  'poll',
  'image',
  'other',
];
const states: FileState[] = ['ready', 'processing', 'unavailable'];
const types = [
  'gallery_view',
  'speaker_view',
  'active_speaker',
  'audio_only',
  'gallery-view-2',
  '***',
  '',
  null,
];
const starts = ['2026-11-20T13:05:00.000Z', '2026-11-20T13:40:00.000Z', null];

/** Any file, also of types nobody has heard of; few values, so that they often collide. */
const anyFile: fc.Arbitrary<Omit<RecordingFile, 'id'>> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    state: fc.constantFrom(...states),
    recordingType: fc.oneof(fc.constantFrom(...types), fc.string()),
    label: fc.constantFrom('Gallery view', 'Speaker view', 'Audio only', 'constructor'),
    startTime: fc.constantFrom(...starts),
    trashedAt: fc.constantFrom(null, null, '2026-11-21T09:00:00.000Z'),
    participant: fc.constantFrom(null, null, { name: 'Ana', userId: null, userKey: null }),
  })
  .map((differences) => recordingFile(differences));

/** Any session's files; ids are unique, as the server promises. */
export const anyFiles: fc.Arbitrary<RecordingFile[]> = fc
  .array(anyFile, { maxLength: 12 })
  .map((files) => files.map((file, index) => ({ ...file, id: `file-${index}` })));
