import type { Check, CheckId, Diagnosis, RecordingFile, Session } from '../contract/index.ts';
import type { Log } from '../log.ts';
import type { ZoomClient } from '../zoom/client.ts';
import { judgeApi, judgeClock, judgeCredentials, judgeList, type Outcome } from './account-checks.ts';
import { type FileTrial, judgeFiles } from './file-check.ts';
import type { Finding } from './finding.ts';
import {
  judgeChanges,
  judgeDatabase,
  judgeDataFolder,
  judgeRateLimits,
  judgeWebhooks,
} from './server-checks.ts';

export interface DoctorDeps {
  zoom: Pick<ZoomClient, 'listRecordings' | 'clockOffsetMs' | 'rateLabelsSeen'>;
  library: { newestFile: () => Promise<NamedFile | null> };
  /** Fetches the first byte of a file and tells by which hosts it came. */
  media: { tryFile: (file: NamedFile, signal: AbortSignal) => Promise<string[]> };
  /** What the database says of itself. */
  checkDatabase: () => { problem: string | null; sessions: number };
  lastEventMs: () => Promise<number | null>;
  settings: {
    mode: 'demo' | 'live';
    baseUrl: string;
    dataDir: string;
    allowChanges: boolean;
    takesEvents: boolean;
  };
  log: Log;
  now?: () => number;
}

/** A recording file and the session it belongs to. */
interface NamedFile {
  file: RecordingFile;
  session: Pick<Session, 'zoomId' | 'name' | 'startTime'>;
}

export type Doctor = ReturnType<typeof createDoctor>;

/** Zoom's own limits end earlier; this is for what has none. */
const LIMIT_MS = 20_000;

const titles: Readonly<Record<CheckId, string>> = {
  credentials: 'Key pair',
  api: 'Zoom’s API',
  clock: 'Clock',
  list: 'Listing recordings',
  trash: 'Listing the trash',
  changes: 'Changes',
  files: 'Fetching files',
  'rate-limits': 'Rate labels',
  webhooks: 'Events from Zoom',
  'data-folder': 'Data folder',
  database: 'Catalog',
};

/** Looks at everything a working set-up needs, with a sentence and a remedy each. It asks Zoom three times at most. */
export function createDoctor(deps: DoctorDeps) {
  const { zoom, library, media, checkDatabase, lastEventMs, settings, log, now = Date.now } = deps;
  let running: Promise<Diagnosis> | undefined;

  async function look(): Promise<Diagnosis> {
    const signal = AbortSignal.timeout(LIMIT_MS);
    const today = new Date(now()).toISOString().slice(0, 10);
    const ask = (query: Parameters<ZoomClient['listRecordings']>[0]) =>
      outcomeOf(zoom.listRecordings({ pageSize: 1, ...query }, { urgency: 'person', signal }));
    const [list, trash, trial, lastMs, folder] = await Promise.all([
      ask({ from: today, to: today }),
      ask({ trash: true, trashType: 'session_recordings' }),
      tryNewestFile(signal),
      lastEventMs(),
      judgeDataFolder(settings.dataDir),
    ]);
    for (const { error } of [list, trash])
      if (error !== null) log.debug({ err: error }, 'the doctor was refused');
    const findings: Record<CheckId, Finding> = {
      credentials: judgeCredentials(list, settings),
      api: judgeApi(list, new URL(settings.baseUrl).host),
      clock: judgeClock(zoom.clockOffsetMs()),
      list: judgeList(list, 'the recordings'),
      trash: judgeList(trash, 'the trash'),
      changes: judgeChanges(settings.allowChanges),
      files: judgeFiles(trial),
      'rate-limits': judgeRateLimits(zoom.rateLabelsSeen()),
      webhooks: judgeWebhooks({ isOn: settings.takesEvents, lastMs, nowMs: now() }),
      'data-folder': folder,
      database: judgeDatabase(checkDatabase()),
    };
    return { ranAt: new Date(now()).toISOString(), checks: toChecks(findings) };
  }

  async function tryNewestFile(signal: AbortSignal): Promise<FileTrial> {
    const newest = await library.newestFile();
    if (!newest) return null;
    try {
      return { hosts: await media.tryFile(newest, signal) };
    } catch (error) {
      log.debug({ err: error }, 'the doctor could not fetch a file');
      return { error };
    }
  }

  return {
    /** One look for however many ask meanwhile. */
    examine(): Promise<Diagnosis> {
      running ??= look().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

function toChecks(findings: Record<CheckId, Finding>): Check[] {
  const ids = Object.keys(titles) as CheckId[]; // the keys of a record over CheckId
  return ids.map((id) => ({ id, title: titles[id], ...findings[id] }));
}

async function outcomeOf(question: Promise<unknown>): Promise<Outcome> {
  try {
    await question;
    return { error: null };
  } catch (error) {
    return { error };
  }
}
