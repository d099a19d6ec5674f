import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'libsql';
import { getJson, keepAlive } from './http.mjs';
import { startServerProcess } from './processes.mjs';

/** A look at the current month has it read again when it is older than this. */
const freshMs = 60_000;

/** What the catalog holds of sessions and files, as a digest. */
function digestOf(dataDir) {
  const database = new Database(join(dataDir, 'catalog.db'));
  const digest = createHash('sha256');
  const statement = database.prepare(
    'SELECT sessions.*, hex(packed) AS packed FROM sessions JOIN session_files ON session_rid = rid ORDER BY rid',
  );
  for (const row of statement.iterate()) digest.update(JSON.stringify(row));
  database.close();
  return digest.digest('hex');
}

async function lookUntil(server, agent, isDone) {
  for (;;) {
    const { windows } = await getJson(`${server.url}/api/sessions?limit=1`, { agent });
    if (windows.every((window) => window.state === 'complete') && isDone(windows[0])) return windows[0];
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** A look at the current month, when nothing has changed at Zoom since it was read. */
export async function measureIdle(simulator) {
  const server = await startServerProcess(simulator, { ZOOM_RATE_MEDIUM: '1000' });
  const agent = keepAlive();
  const log = new URL('/_control/log', simulator.baseUrl);
  try {
    const { syncedAt } = await lookUntil(server, agent, () => true);
    await new Promise((resolve) => setTimeout(resolve, freshMs + 1000));
    const before = digestOf(server.dataDir);
    await fetch(log, { method: 'DELETE' });
    await lookUntil(server, agent, (window) => window.syncedAt > syncedAt);
    const requests = await (await fetch(log)).json();
    const isSame = digestOf(server.dataDir) === before;
    return [
      ['an idle refresh of the current month: requests', requests.length, '', 1],
      ['an idle refresh of the current month: rows of the catalog that differ', isSame ? 0 : 1, '', 0],
    ];
  } finally {
    agent.destroy();
    await server.stop();
  }
}
