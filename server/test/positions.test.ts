import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccount } from '../src/simulator/account.ts';
import { sampleSessions, sampleZoomId, toSessionId } from './sample-sessions.ts';
import { list, listSettled, startLibrary, type TestLibrary } from './start-library.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';

let matinee: TestMatinee;
const path = `/api/sessions/${toSessionId(sampleZoomId)}/position`;

beforeEach(async () => {
  matinee = await startTestMatinee({ sessions: sampleSessions() });
});
afterEach(() => matinee.stop());

test('remembers where somebody left off, the last one', async () => {
  await matinee.get('/api/recordings?from=2026-03-01&to=2026-03-31');
  expect(await matinee.get(path)).toMatchObject({ status: 200, body: null });
  for (const seconds of [12.5, 731.25]) {
    const position = { seconds, view: 'gallery_view' };
    expect(await matinee.put(path, position)).toMatchObject({ status: 200, body: position });
    expect((await matinee.get(path)).body).toEqual(position);
  }
  expect((await matinee.put(path, { seconds: 0, view: null })).body).toEqual({ seconds: 0, view: null });
});

test.each([
  [{ seconds: -1, view: null }, ['/seconds']],
  [{ seconds: 'x', view: null }, ['/seconds']],
  [{ seconds: 1 }, ['/view']],
  [{ seconds: 1, view: 'x'.repeat(201) }, ['/view']],
  [{ seconds: 1, view: null, at: 1 }, ['/at']],
])('refuses %j', async (body, pointers) => {
  const answer = await matinee.put(path, body);
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
});

test('keeps no position in a session that nobody knows', async () => {
  for (const unknown of [path, '/api/sessions/%21/position']) {
    const answer = await matinee.put(unknown, { seconds: 1, view: null });
    expect(answer).toMatchObject({ status: 404, body: { type: '/problems/not-found' } });
  }
});

test('survives a restart', async () => {
  const library: TestLibrary = await startLibrary({
    data: createAccount(sampleSessions()),
    isInMemory: false,
  });
  try {
    await listSettled(library, { month: '2026-03' });
    const id = toSessionId(sampleZoomId);
    await library.library.savePosition(id, { seconds: 42, view: 'speaker_view' });
    await library.restart();
    expect(await library.library.getPosition(id)).toEqual({ seconds: 42, view: 'speaker_view' });
    expect((await list(library, { month: '2026-03' })).sessions).toHaveLength(1);
  } finally {
    await library.stop();
  }
});
