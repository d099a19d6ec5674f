import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { someSessions, startChanges, targetsOf } from './start-changes.ts';
import { until } from './until.ts';

const secret = 'canary-webhook-secret-0002';
const SESSIONS = 60;
const numbers = Array.from({ length: SESSIONS }, (_, n) => n);

let matinee: Awaited<ReturnType<typeof startChanges>>;
beforeEach(async () => {
  matinee = await startChanges({
    sessions: someSessions(SESSIONS),
    settings: { ZOOM_WEBHOOK_SECRET: secret },
  });
  matinee.simulator.webhooks.subscribe({ url: `${matinee.url}/webhooks/zoom`, secret });
  matinee.simulator.log.length = 0;
});
afterEach(() => matinee.stop());

/** Questions for one session, and pages of lists. */
function asked(): { singles: number; pages: number } {
  const paths = matinee.simulator.log.filter(
    ({ method, path }) => method === 'GET' && path.startsWith('/v2'),
  );
  const singles = paths.filter(({ decodedPath }) => decodedPath.includes('/sessions/')).length;
  return { singles, pages: paths.length - singles };
}

/** Resolves when so many events were kept and none of them waits any more. */
async function dealtWith(events: number): Promise<void> {
  const database = new Database(join(matinee.dataDir, 'catalog.db'), { readonly: true });
  const count = database.prepare(
    'SELECT count(*) AS kept, sum(done_ms IS NULL) AS waiting FROM webhook_events',
  );
  await until(() => {
    const { kept, waiting } = count.get() as { kept: number; waiting: number }; // the columns of the question above
    return kept === events && waiting === 0;
  }, 60_000);
  database.close();
}

/** What the account holds now, and what we show of it. */
function truth() {
  const names = (isTrash: boolean) =>
    matinee.simulator.account.sessions
      .filter(({ trashed_at }) => (trashed_at !== undefined) === isTrash)
      .map(({ session_name }) => session_name)
      .toSorted();
  return { live: names(false), trash: names(true) };
}
const shown = async () => ({
  live: (await matinee.names('live')).toSorted(),
  trash: (await matinee.names('session_recordings')).toSorted(),
});

test('what a change of ours brings of events is read by the lists of the trash, not session by session', async () => {
  await matinee.change({ action: 'trash', items: targetsOf(...numbers) });
  await dealtWith(SESSIONS);
  const { singles, pages } = asked();
  expect(singles).toBe(0);
  // Both trashes, once or twice.
  expect(pages).toBeLessThanOrEqual(8);
  expect(await shown()).toEqual(truth());
});

test('there and back, with events twice and in another order, ends where Zoom is', async () => {
  const { switches } = matinee.simulator.faults;
  Object.assign(switches, { webhookCopies: 2, webhooksHeldBack: 3 });
  const { change } = await matinee.change({ action: 'trash', items: targetsOf(...numbers) });
  await matinee.change({ action: 'restore', undo: change.id });
  await matinee.change({ action: 'trash', items: targetsOf(1, 2, 3, 4) });
  await dealtWith(2 * SESSIONS + 4);
  expect(asked().singles).toBe(0);
  expect(await shown()).toEqual(truth());
  expect(truth().trash).toHaveLength(4);
});
