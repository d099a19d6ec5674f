import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseStage, toViewParam } from './stage.ts';
import { anyFiles } from './test-files.ts';
import { audio, gallery, recordingFile, session, speaker, transcript } from './test-session.ts';

const trashedAt = '2026-11-21T09:00:00.000Z';

function fileOf(choice: ReturnType<typeof chooseStage>): string | undefined {
  return 'view' in choice.stage ? choice.stage.view?.file.id : undefined;
}

test('without a wish, the first view that can be played now is shown', () => {
  const processing = recordingFile({ state: 'processing' });
  const choice = chooseStage(session({ files: [processing, speaker, audio] }), null);
  expect(choice.stage.state).toBe('playing');
  expect(fileOf(choice)).toBe('speaker-file');
});

test('a view is found by its name and by the id of its file', () => {
  const files = [gallery, speaker, audio];
  expect(fileOf(chooseStage(session({ files }), 'speaker'))).toBe('speaker-file');
  expect(fileOf(chooseStage(session({ files }), 'audio-file'))).toBe('audio-file');
});

test('a file whose id is another view’s name is meant by its id', () => {
  const odd = recordingFile({ id: 'gallery', recordingType: 'speaker_view', label: 'Speaker view' });
  expect(fileOf(chooseStage(session({ files: [gallery, odd] }), 'gallery'))).toBe('gallery');
});

test('a wish that names nothing shows the default and says so', () => {
  expect(chooseStage(session(), 'no-such-view')).toMatchObject({
    isMisread: true,
    stage: { state: 'playing' },
  });
  expect(chooseStage(session({ files: [gallery, transcript] }), 'transcript-file').isMisread).toBe(true);
});

test('a participant’s recording can be asked for and then stands in the picker', () => {
  const participant = { name: 'Ana', userId: null, userKey: null };
  const own = recordingFile({
    id: 'own',
    recordingType: 'individual_user',
    label: 'Ana — video',
    participant,
  });
  const choice = chooseStage(session({ files: [gallery, own] }), 'own');
  expect(choice.views.map(({ file }) => file.id)).toEqual(['gallery-file', 'own']);
});

test('each state of the chosen file has its stage', () => {
  const stageOf = (differences: Parameters<typeof recordingFile>[0]) =>
    chooseStage(session({ files: [recordingFile(differences)] }), 'gallery-file').stage.state;
  expect(stageOf({})).toBe('playing');
  expect(stageOf({ state: 'processing' })).toBe('processing');
  expect(stageOf({ state: 'unavailable' })).toBe('unavailable');
  expect(stageOf({ trashedAt })).toBe('file-trashed');
});

test('a trashed session shows that alone, whatever was asked for', () => {
  const choice = chooseStage(session({ state: 'trashed', trashedAt }), 'speaker');
  expect(choice).toEqual({ views: [], stage: { state: 'session-trashed' }, isMisread: false });
});

test('a session of texts has nothing to play, one that Zoom still works on may have', () => {
  const unknown = recordingFile({ kind: 'other', recordingType: null, state: 'processing' });
  expect(chooseStage(session({ files: [transcript] }), null).stage.state).toBe('nothing');
  expect(chooseStage(session({ files: [] }), null).stage.state).toBe('nothing');
  expect(chooseStage(session({ files: [transcript, unknown] }), null).stage.state).toBe('processing');
});

test('the address of a view leads back to it, for whatever files', () => {
  fc.assert(
    fc.property(anyFiles, (files) => {
      const whole = session({ files });
      for (const view of chooseStage(whole, null).views) {
        const found = chooseStage(whole, toViewParam(whole, view) ?? null);
        expect(fileOf(found)).toBe(view.file.id);
        expect(found.isMisread).toBe(false);
      }
    }),
  );
});

test('the default view needs no address, another has its short name', () => {
  const whole = session({ files: [gallery, speaker] });
  expect(chooseStage(whole, null).views.map((view) => toViewParam(whole, view))).toEqual([
    undefined,
    'speaker',
  ]);
});
