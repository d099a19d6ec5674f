import type { RecordingFile } from '@matinee/server/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toTimeline } from '../../lib/session-clock/timeline.ts';
import { anyFiles } from './test-files.ts';
import { audio, gallery, recordingFile, screen, session, speaker, transcript } from './test-session.ts';
import { toViewLanes } from './view-lanes.ts';
import { isPlayableKind } from './views.ts';

function lanesOf(files: RecordingFile[]) {
  return toViewLanes(files, toTimeline(session({ files })));
}

function at(minute: number): string {
  return new Date(Date.parse('2026-11-20T13:05:00.000Z') + minute * 60_000).toISOString();
}

test('lanes stand in a fixed order: gallery, speaker, screen share, then sound', () => {
  const lanes = lanesOf([audio, transcript, screen, speaker, gallery]);
  expect(lanes.map(({ name }) => name)).toEqual(['gallery', 'speaker', 'screen', 'audio']);
  expect(lanes.map(({ label }) => label)).toEqual([
    'Gallery view',
    'Speaker view',
    'Screen share',
    'Audio only',
  ]);
});

test('what was stopped and restarted is one lane, whatever the order in which Zoom tells of it', () => {
  const parts = [
    recordingFile({ id: 'c', startTime: at(30), endTime: at(40) }),
    recordingFile({ id: 'a', startTime: at(0), endTime: at(10) }),
    recordingFile({ id: 'b', startTime: at(12), endTime: at(20) }),
  ];
  expect(lanesOf(parts)).toMatchObject([
    {
      name: 'gallery',
      label: 'Gallery view',
      file: { id: 'a' },
      segments: [
        { fileId: 'a', startSeconds: 0, endSeconds: 600 },
        { fileId: 'b', startSeconds: 720, endSeconds: 1200 },
        { fileId: 'c', startSeconds: 1800, endSeconds: 2400 },
      ],
    },
  ]);
});

test('a part that cannot be played now is a gap; the lane is as ready as its best part', () => {
  const parts = [
    recordingFile({ id: 'a', startTime: at(0), endTime: at(10), state: 'processing' }),
    recordingFile({ id: 'b', startTime: at(12), endTime: at(20) }),
  ];
  expect(lanesOf(parts)).toMatchObject([
    { file: { id: 'b' }, files: [{ id: 'a' }, { id: 'b' }], segments: [{ fileId: 'b' }] },
  ]);
});

test('two of a type that run at once are two lanes, and each can be told from the other', () => {
  const other = recordingFile({ id: 'other' });
  expect(lanesOf([gallery, other]).map(({ name, label }) => [name, label])).toEqual([
    ['gallery', 'Gallery view'],
    ['gallery-2', 'Gallery view (2)'],
  ]);
});

test('each participant has lanes of their own, under their name', () => {
  const own = (name: string, parts: Partial<RecordingFile>) =>
    recordingFile({ recordingType: null, participant: { name, userId: null, userKey: null }, ...parts });
  const lanes = lanesOf([
    own('Ana', { id: 'a', label: 'Ana — audio', kind: 'audio' }),
    own('Ben', { id: 'b', label: 'Ben — audio', kind: 'audio' }),
    own('Ana', { id: 'v', label: 'Ana — video' }),
  ]);
  expect(lanes.map(({ name }) => name)).toEqual(['ana-video', 'ana-audio', 'ben-audio']);
});

test('a recording type nobody has heard of is a view under a name made from it; one of signs alone gets a name too', () => {
  expect(lanesOf([recordingFile({ recordingType: 'Holo_View(3D)', label: 'Holo view' })])).toMatchObject([
    { name: 'holo-view-3d', label: 'Holo view' },
  ]);
  expect(lanesOf([recordingFile({ recordingType: '***' })])[0]?.name).toBe('video');
});

test('whatever Zoom sends: each media file that is not in the trash is in one lane, and no two lanes share a name', () => {
  fc.assert(
    fc.property(anyFiles, (files) => {
      const lanes = lanesOf(files);
      const media = files.filter((file) => isPlayableKind(file) && file.trashedAt === null);
      const laid = lanes.flatMap((lane) => lane.files.map(({ id }) => id));
      expect(laid.toSorted()).toEqual(media.map(({ id }) => id).toSorted());
      expect(new Set(lanes.map(({ name }) => name)).size).toBe(lanes.length);
      for (const lane of lanes) {
        expect(lane.segments.map(({ fileId }) => fileId)).toEqual(
          lane.files.filter(({ state }) => state === 'ready').map(({ id }) => id),
        );
      }
      const names = (some: typeof lanes) =>
        some.map(({ name, files: all }) => [name, all.map(({ id }) => id)]);
      expect(names(lanesOf(files.toReversed()))).toEqual(names(lanes));
    }),
  );
});
