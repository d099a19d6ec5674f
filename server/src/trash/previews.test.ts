import { expect, test } from 'vitest';
import type { ItemRecord } from '../catalog/changes/records.ts';
import { PreviewRefused } from './errors.ts';
import { createPreviews } from './previews.ts';

const MINUTE_MS = 60_000;
const targets = [{ sessionId: 'a' }, { sessionId: 'b', fileId: 'f' }];
const item: ItemRecord = {
  ...{ index: 0, zoomId: 'z', fileId: null, zoomFileId: null, name: null, label: null, startMs: null },
  ...{ sizeBytes: 7, files: 2, externalFiles: 1, state: 'queued', callId: null, problem: null },
  ...{ changedMs: null, trackingId: null },
};

function start() {
  const clock = { nowMs: 0 };
  const previews = createPreviews(() => clock.nowMs);
  const make = () => String(previews.make(targets, [item, { ...item, index: 1 }]).id);
  const use = (id: string, of = targets) => previews.use({ id, typed: 'delete 2' }, of);
  return { clock, previews, make, use };
}

test('adds up what would go, and names the words to type', () => {
  const { previews } = start();
  expect(previews.make(targets, [item, item])).toMatchObject({
    typed: 'delete 2',
    files: 4,
    externalFiles: 2,
    sizeBytes: 14,
    expiresAt: '1970-01-01T00:05:00.000Z',
  });
});

test('is good for five minutes, once, and in any order of its list', () => {
  const { clock, make, use } = start();
  const [early, late] = [make(), make()];
  clock.nowMs = 5 * MINUTE_MS - 1;
  use(early, targets.toReversed());
  expect(() => use(early)).toThrow(PreviewRefused);
  clock.nowMs += 1;
  expect(() => use(late)).toThrow(PreviewRefused);
});

test('a file is not its session, and two are not one', () => {
  const { make, use } = start();
  const others = [
    [{ sessionId: 'a' }],
    [...targets, { sessionId: 'c' }],
    [{ sessionId: 'a' }, { sessionId: 'b' }],
  ];
  for (const other of others) expect(() => use(make(), other)).toThrow(PreviewRefused);
});

test('only the latest are kept', () => {
  const { make, use } = start();
  const first = make();
  for (let count = 0; count < 20; count += 1) make();
  expect(() => use(first)).toThrow(PreviewRefused);
});
