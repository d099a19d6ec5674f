import type { AuditFilter } from '../catalog/changes/audit.ts';
import type { Catalog } from '../catalog/open-catalog.ts';
import type {
  AuditEntries,
  AuditEntry,
  AuditExportQuery,
  AuditQuery,
  ChangeAction,
} from '../contract/index.ts';
import type { Log } from '../log.ts';
import { parsePlace } from './place.ts';
import { presentEntry } from './present-change.ts';
import type { Words } from './resolve-targets.ts';

const DAY_MS = 86_400_000;
const WALKED_TOGETHER = 500;
/** A page of another origin must not fill the disk: so many refusals a minute are written down, the others counted. */
const REFUSALS_A_MINUTE = 30;
const MINUTE_MS = 60_000;

/** The audit log: read, exported, and added to when a request was turned away at the door. */
export function createAuditLog(deps: {
  catalog: Pick<Catalog, 'changes'>;
  words: Words;
  now: () => number;
  log: Log;
}) {
  const { catalog, words, now, log } = deps;
  let minute = { startedMs: 0, written: 0, unwritten: 0 };

  async function* walkAudit(query: AuditExportQuery, signal: AbortSignal): AsyncGenerator<AuditEntry[]> {
    for (let before: number | null = null; !signal.aborted; ) {
      const filter: AuditFilter = { ...toFilter(query), before, limit: WALKED_TOGETHER };
      const records = await catalog.changes.listAudit(filter);
      yield records.map((record) => presentEntry(record, words));
      const last = records.at(-1);
      if (!last || records.length < WALKED_TOGETHER) return;
      before = last.id;
    }
  }

  return {
    /** @throws InvalidPlace. */
    async listAudit({ cursor, limit, ...query }: AuditQuery): Promise<AuditEntries> {
      const before = cursor === undefined ? null : parsePlace(cursor);
      const records = await catalog.changes.listAudit({ ...toFilter(query), before, limit: limit + 1 });
      const last = records.length > limit ? records[limit - 1] : undefined;
      return {
        entries: records.slice(0, limit).map((record) => presentEntry(record, words)),
        nextCursor: last ? String(last.id) : null,
      };
    },
    /** All lines that a query names, newest first, a few hundred at a time. */
    walkAudit,
    /** Writes down that a change was refused before anybody looked at it. Never rejects. */
    async noteRefusal(refusal: { action: ChangeAction | null; detail: string }): Promise<void> {
      const nowMs = now();
      if (nowMs - minute.startedMs >= MINUTE_MS) minute = { ...minute, startedMs: nowMs, written: 0 };
      if (minute.written >= REFUSALS_A_MINUTE) {
        minute.unwritten += 1;
        return;
      }
      const more = minute.unwritten === 0 ? '' : ` (and ${minute.unwritten} more before)`;
      minute = { ...minute, written: minute.written + 1, unwritten: 0 };
      try {
        await catalog.changes.addRefusal({ ...refusal, atMs: nowMs, detail: refusal.detail + more });
      } catch (error) {
        log.error({ err: error }, 'a refusal could not be written down');
      }
    },
  };
}

function toFilter(query: AuditExportQuery): Omit<AuditFilter, 'before' | 'limit'> {
  const { from, to, action = null, result = null, change = null, q = null } = query;
  return {
    fromMs: from === undefined ? null : Date.parse(from),
    untilMs: to === undefined ? null : Date.parse(to) + DAY_MS,
    ...{ action, result, changeId: change, q },
  };
}
