import { randomUUID } from 'node:crypto';
import type { ChangeItem, ChangeTarget } from '../src/contract/index.ts';
import { type SimulatedSession, simulatedFile, simulatedSession } from '../src/simulator/account.ts';
import { toSessionId } from './sample-sessions.ts';
import { startTestMatinee, type TestMatinee, type TestMatineeOptions } from './start-matinee.ts';
import { until } from './until.ts';

const content = { kind: 'synthetic', seed: 3, sizeBytes: 1000 } as const;

/** So many sessions of March 2026 with two files each; ids are `zoom-0`, their files `zoom-0-a` and `zoom-0-b`. */
export function someSessions(count: number, fields: Partial<SimulatedSession> = {}): SimulatedSession[] {
  return Array.from({ length: count }, (_, n) =>
    simulatedSession({
      session_id: `zoom-${n}`,
      session_name: `lesson ${n}`,
      start_time: new Date(Date.parse('2026-03-01T08:00:00Z') + n * 60_000).toISOString(),
      recording_files: ['a', 'b'].map((letter) =>
        simulatedFile({ id: `zoom-${n}-${letter}`, recording_type: 'gallery_view', content }),
      ),
      ...fields,
    }),
  );
}

/** The targets of these sessions, whole. */
export function targetsOf(...numbers: number[]): ChangeTarget[] {
  return numbers.map((n) => ({ sessionId: toSessionId(`zoom-${n}`) }));
}

/** Matinee with changes turned on, at a high rate, with everything of March 2026 and of both trashes read. */
export async function startChanges(options: TestMatineeOptions = {}) {
  const settings = { MATINEE_ALLOW_CHANGES: '1', ZOOM_RATE_LIGHT: '1000', ZOOM_RATE_MEDIUM: '1000' };
  const matinee = await startTestMatinee({
    simulator: { rates: 'unlimited' },
    ...options,
    settings: { ...settings, ...options.settings },
  });
  await readAll(matinee);
  return { ...matinee, ...createChanger(matinee) };
}

/** Has every list read, and waits until all of it is in. */
export async function readAll(matinee: Pick<TestMatinee, 'get' | 'post'>): Promise<void> {
  await matinee.post('/api/refresh', { from: '2026-03-01', to: '2026-03-31' });
  for (const trash of ['session_recordings', 'recording_file']) await matinee.post('/api/refresh', { trash });
  const lists = ['?month=2026-03', '?trash=session_recordings', '?trash=recording_file'];
  for (const list of lists) {
    await until(async () => {
      const { body } = await matinee.get(`/api/sessions${list}`);
      return body.windows.every(({ state }: { state: string }) => state === 'complete');
    }, 30_000);
  }
}

/** What tests ask of changes, over HTTP. */
export function createChanger(matinee: Pick<TestMatinee, 'get' | 'post' | 'simulator'>) {
  const submit = (body: unknown, key: string = randomUUID()) =>
    matinee.post('/api/changes', body, { 'idempotency-key': key });

  async function ended(id: string, ms = 100_000) {
    await until(async () => (await matinee.get(`/api/changes/${id}`)).body.endedAt !== null, ms);
    return (await matinee.get(`/api/changes/${id}`)).body;
  }

  async function itemsOf(id: string): Promise<ChangeItem[]> {
    const items: ChangeItem[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const place: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await matinee.get(`/api/changes/${id}/items?limit=300${place}`);
      items.push(...body.items);
      cursor = body.nextCursor;
    }
    return items;
  }

  return {
    submit,
    ended,
    itemsOf,
    /** Submits, waits for the end, and tells it with its items. */
    async change(body: unknown, key?: string) {
      const accepted = await submit(body, key);
      if (accepted.status !== 202) throw new Error(`refused: ${JSON.stringify(accepted.body)}`);
      const change = await ended(accepted.body.id);
      return { change, items: await itemsOf(change.id) };
    },
    /** Every call that was made to change something, as `DELETE zoom-0 trash 204`. */
    calls: () =>
      matinee.simulator.log
        .filter(({ method }) => method === 'DELETE' || method === 'PUT')
        .map(({ method, decodedPath, query, status }) => {
          const place = decodedPath.replace('/v2/videosdk/sessions/', '').replace('/recordings', '');
          return [method, place.replace('/status', ''), query.action ?? 'recover', status].join(' ');
        }),
    /** Names in a list: `live`, or a trash. */
    async names(list: 'live' | 'session_recordings' | 'recording_file'): Promise<string[]> {
      const query = list === 'live' ? 'month=2026-03' : `trash=${list}`;
      const { body } = await matinee.get(`/api/sessions?${query}&sort=start&limit=300`);
      return body.sessions.map(({ name }: { name: string }) => name);
    },
  };
}
