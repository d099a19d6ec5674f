import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toTimeline } from '../../lib/session-clock/timeline.ts';
import { chooseStage, toViewParam } from './stage.ts';
import { anyFiles } from './test-files.ts';
import { audio, gallery, recordingFile, session, speaker, transcript } from './test-session.ts';

function choose(whole: ReturnType<typeof session>, wanted: string | null) {
  return chooseStage({ session: whole, timeline: toTimeline(whole) }, wanted);
}

const trashedAt = '2026-11-21T09:00:00.000Z';

function fileOf(choice: ReturnType<typeof chooseStage>): string | undefined {
  return 'view' in choice.stage ? choice.stage.view?.file.id : undefined;
}

test('without a wish, the first view that can be played now is shown', () => {
  const processing = recordingFile({ state: 'processing' });
  const choice = choose(session({ files: [processing, speaker, audio] }), null);
  expect(choice.stage.state).toBe('playing');
  expect(fileOf(choice)).toBe('speaker-file');
});

test('a view is found by its name and by the id of its file', () => {
  const files = [gallery, speaker, audio];
  expect(fileOf(choose(session({ files }), 'speaker'))).toBe('speaker-file');
  expect(fileOf(choose(session({ files }), 'audio-file'))).toBe('audio-file');
});

test('a file whose id is another view’s name is meant by its id', () => {
  const odd = recordingFile({ id: 'gallery', recordingType: 'speaker_view', label: 'Speaker view' });
  expect(fileOf(choose(session({ files: [gallery, odd] }), 'gallery'))).toBe('gallery');
});

test('a wish that names nothing shows the default and says so', () => {
  expect(choose(session(), 'no-such-view')).toMatchObject({
    isMisread: true,
    stage: { state: 'playing' },
  });
  expect(choose(session({ files: [gallery, transcript] }), 'transcript-file').isMisread).toBe(true);
});

const ana = { name: 'Ana', userId: null, userKey: null };
const own = recordingFile({
  id: 'own',
  recordingType: 'individual_user',
  label: 'Ana — video',
  participant: ana,
});

test('participants have a place of their own, and can be asked for by name and by id', () => {
  const whole = session({ files: [gallery, own] });
  for (const wanted of ['own', 'ana-video']) {
    const choice = choose(whole, wanted);
    expect(choice.views.map(({ name }) => name)).toEqual(['gallery']);
    expect(choice.people.map(({ name }) => name)).toEqual(['ana-video']);
    expect(fileOf(choice)).toBe('own');
  }
});

test('participants are views only where there is nothing else', () => {
  expect(choose(session({ files: [own] }), null).views.map(({ file }) => file.id)).toEqual(['own']);
});

test('a part of a lane is found by its id', () => {
  const second = recordingFile({ id: 'second', startTime: '2026-11-20T14:20:00.000Z', endTime: null });
  const choice = choose(session({ files: [gallery, second] }), 'second');
  expect('view' in choice.stage && choice.stage.view?.files.map(({ id }) => id)).toEqual([
    'gallery-file',
    'second',
  ]);
});

test('each state of the chosen file has its stage', () => {
  const stageOf = (differences: Parameters<typeof recordingFile>[0]) =>
    choose(session({ files: [recordingFile(differences)] }), 'gallery-file').stage.state;
  expect(stageOf({})).toBe('playing');
  expect(stageOf({ state: 'processing' })).toBe('processing');
  expect(stageOf({ state: 'unavailable' })).toBe('unavailable');
  expect(stageOf({ trashedAt })).toBe('file-trashed');
});

test('a view by name whose file went to the trash is that file, not a word nobody understands', () => {
  const choice = choose(session({ files: [speaker, recordingFile({ trashedAt })] }), 'gallery');
  expect(choice).toMatchObject({ isMisread: false, stage: { state: 'file-trashed' } });
  expect(fileOf(choice)).toBe('gallery-file');
});

test('a trashed session shows that alone, whatever was asked for', () => {
  const choice = choose(session({ state: 'trashed', trashedAt }), 'speaker');
  expect(choice).toEqual({ views: [], people: [], stage: { state: 'session-trashed' }, isMisread: false });
});

test('a session of texts has nothing to play, one that Zoom still works on may have', () => {
  const unknown = recordingFile({ kind: 'other', recordingType: null, state: 'processing' });
  expect(choose(session({ files: [transcript] }), null).stage.state).toBe('nothing');
  expect(choose(session({ files: [] }), null).stage.state).toBe('nothing');
  expect(choose(session({ files: [transcript, unknown] }), null).stage.state).toBe('processing');
});

test('the address of a view leads back to it, for whatever files', () => {
  fc.assert(
    fc.property(anyFiles, (files) => {
      const whole = session({ files });
      for (const view of choose(whole, null).views) {
        const found = choose(whole, toViewParam(choose(whole, null), view) ?? null);
        expect(fileOf(found)).toBe(view.file.id);
        expect(found.isMisread).toBe(false);
      }
    }),
  );
});

test('the default view needs no address, another has its short name', () => {
  const whole = session({ files: [gallery, speaker] });
  expect(choose(whole, null).views.map((view) => toViewParam(choose(whole, null), view))).toEqual([
    undefined,
    'speaker',
  ]);
});
