import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCatalog } from '../src/catalog/open-catalog.ts';
import { everySession } from '../src/catalog/session-filter.ts';
import { ensureBuilt } from './built-server.ts';
import { createScratchFolder } from './scratch-folder.ts';

/** `npm run soak` asks for more. */
const kills = Number(process.env.MATINEE_KILLS ?? 20);
const perPage = 40;

let scratch: ReturnType<typeof createScratchFolder>;

beforeEach(async () => {
  await ensureBuilt();
  scratch = createScratchFolder();
}, 120_000);
afterEach(() => scratch.remove());

/** Has pages landed by a process of its own, kills it after some, and tells the last one it had acknowledged. */
async function landAndKill(
  dataDir: string,
  { first, pages }: { first: number; pages: number },
): Promise<number> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'land-pages.mjs'), dataDir, String(first)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const exit = once(child, 'exit');
  let last = first - 1;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last >= first + pages - 1) child.kill('SIGKILL');
  }
  await exit;
  return last;
}

function checkIntegrity(dataDir: string): void {
  const database = new Database(join(dataDir, 'catalog.db'));
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  database.exec("INSERT INTO sessions_text (sessions_text, rank) VALUES ('integrity-check', 1)");
  database.close();
}

test(
  `loses no page that was acknowledged, and no half of one, over ${kills} kills (K1)`,
  async () => {
    const dataDir = join(scratch.path, 'data');
    let landed = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const acknowledged = (await landAndKill(dataDir, { first: landed, pages: 1 + (kill % 4) })) + 1;
      const warnings: string[] = [];
      const log = pino({ level: 'warn' }, { write: (line) => void warnings.push(line) });
      const catalog = openCatalog({ dataDir, log });
      const { sessions, files } = catalog.counts();
      const found = await catalog.totalsOf({ ...everySession('live'), words: ['page', 'row'] });
      catalog.close();
      expect(warnings).toEqual([]);
      expect(sessions).toBeGreaterThanOrEqual(acknowledged * perPage);
      expect([sessions % perPage, files, found.sessions, found.files]).toEqual([
        0,
        sessions,
        sessions,
        sessions,
      ]);
      landed = sessions / perPage;
    }
    checkIntegrity(dataDir);
  },
  60_000 + kills * 5_000,
);
