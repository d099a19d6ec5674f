import { pino } from 'pino';
import { type Catalog, openCatalog } from '../src/catalog/open-catalog.ts';
import { type Session, SessionsPage, type SessionsQuery } from '../src/contract/index.ts';
import { createLibrary, type LibraryEvent } from '../src/library/library.ts';
import { type SimulatorOptions, startSimulator } from '../src/simulator/simulator.ts';
import { createZoomClient } from '../src/zoom/client.ts';
import { createScratchFolder } from './scratch-folder.ts';

export type TestLibrary = Awaited<ReturnType<typeof startLibrary>>;

/** A library over a real catalog, a real Zoom client and a simulated Zoom on real sockets, with a clock of its own. */
export async function startLibrary(
  options: SimulatorOptions & {
    nowMs?: number;
    isInMemory?: boolean;
    historySince?: string;
    reconcileMs?: number;
  } = {},
) {
  const { nowMs = Date.parse('2026-11-23T12:00:00Z'), isInMemory = true, historySince = null } = options;
  const { nowMs: _start, isInMemory: _place, historySince: _limit, reconcileMs, ...simulated } = options;
  const clock = { nowMs };
  const { now = () => clock.nowMs } = options;
  const zoomServer = await startSimulator({ rates: 'unlimited', ...simulated, now });
  const log = pino({ level: 'silent' });
  const scratch = isInMemory ? null : createScratchFolder();
  const dataDir = scratch?.path ?? ':memory:';
  const addresses = new Map<string, string>();
  const events: LibraryEvent[] = [];

  const open = (): {
    catalog: Catalog;
    library: ReturnType<typeof createLibrary>;
    close: () => Promise<void>;
  } => {
    const catalog = openCatalog({ dataDir, log });
    const zoom = createZoomClient({
      baseUrl: zoomServer.baseUrl,
      credentials: zoomServer.credentials,
      hosts: { download: [zoomServer.downloadHost], cdn: [zoomServer.cdnHost], allowInsecure: true },
      rates: { light: 1000, medium: 1000, heavy: 1000 },
      log,
      now,
      pauses: catalog.pauses,
    });
    const library = createLibrary({
      catalog,
      zoom,
      rememberAddresses: (entries) =>
        entries.forEach(({ fileId, address }) => void addresses.set(fileId, address)),
      historySince,
      ...(reconcileMs === undefined ? {} : { reconcileMs }),
      log,
      now,
    });
    library.subscribe((event) => void events.push(event));
    const close = async () => {
      await library.stop();
      await zoom.close();
      catalog.close();
    };
    return { catalog, library, close };
  };

  let opened = open();
  return {
    zoomServer,
    clock,
    addresses,
    events,
    dataDir,
    get library() {
      return opened.library;
    },
    get catalog() {
      return opened.catalog;
    },
    /** Closes everything of ours and opens it anew over the same data. */
    async restart(): Promise<void> {
      await opened.close();
      opened = open();
    },
    async stop(): Promise<void> {
      await opened.close();
      await zoomServer.stop();
      scratch?.remove();
    },
  };
}

/** One page, checked against the contract. */
export async function list(test: TestLibrary, query: Partial<SessionsQuery> = {}): Promise<SessionsPage> {
  return SessionsPage.parse(await test.library.listSessions({ limit: 50, ...query }));
}

/** Every session of a list, page after page. */
export async function listAll(test: TestLibrary, query: Partial<SessionsQuery> = {}): Promise<Session[]> {
  const sessions: Session[] = [];
  let cursor: string | null = null;
  do {
    const page = await list(test, { limit: 300, ...query, ...(cursor === null ? {} : { cursor }) });
    sessions.push(...page.sessions);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return sessions;
}

/** Looks at a list until none of its windows is being read, and returns that last look. */
export async function listSettled(
  test: TestLibrary,
  query: Partial<SessionsQuery> = {},
): Promise<SessionsPage> {
  for (;;) {
    const change = nextWindowEvent(test);
    const page = await list(test, query);
    if (page.windows.every(({ state }) => state !== 'syncing')) return page;
    await change;
  }
}

/** Resolves with the next word about a window. */
export function nextWindowEvent(test: TestLibrary): Promise<void> {
  return new Promise((resolve) => {
    const leave = test.library.subscribe((event) => {
      if (event.name !== 'window') return;
      leave();
      resolve();
    });
  });
}
