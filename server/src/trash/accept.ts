import { createHash, randomUUID } from 'node:crypto';
import type { ChangeRecord, ItemRecord } from '../catalog/changes/records.ts';
import type { Catalog } from '../catalog/open-catalog.ts';
import type { Change, ChangeRequest } from '../contract/index.ts';
import { KeyUsedOtherwise } from './errors.ts';
import { presentAccepted } from './present-change.ts';

/** A wish that was taken up: its record, and the items that are to be worked on or have failed already. */
export interface Accepted {
  record: ChangeRecord;
  items: ItemRecord[];
}

/**
 * Takes up each wish once: the same key with the same body is the same change, whether it comes again at once or after a
 * restart. `collect` finds the items of a new wish; `begin` is called when it is on the disk.
 */
export function createAccept(deps: {
  catalog: Pick<Catalog, 'changes'>;
  collect: (request: ChangeRequest) => Promise<ItemRecord[]>;
  begin: (accepted: Accepted) => void;
  now: () => number;
}) {
  const { catalog, collect, begin, now } = deps;
  const underWay = new Map<string, { digest: string; answer: Promise<Change> }>();

  /** @throws KeyUsedOtherwise, and whatever `collect` throws: then nothing was taken up. */
  return async function accept(key: string, request: ChangeRequest): Promise<Change> {
    const digest = createHash('sha256').update(canonical(request)).digest('base64url');
    const running = underWay.get(key);
    if (running) return sameWish(running.digest, digest) ? running.answer : refuse();
    const answer = acceptOnce(key, { request, digest });
    underWay.set(key, { digest, answer });
    try {
      return await answer;
    } finally {
      underWay.delete(key);
    }
  };

  async function acceptOnce(
    key: string,
    { request, digest }: { request: ChangeRequest; digest: string },
  ): Promise<Change> {
    const known = await catalog.changes.find({ key });
    if (known) return sameWish(known.digest, digest) ? replay(known) : refuse();
    const items = await collect(request);
    const record = await catalog.changes.create({ record: toRecord({ key, request, digest }, items), items });
    begin({ record, items });
    return presentAccepted(record, items.filter(({ state }) => state === 'failed').length);
  }

  /** Items that had failed before any call bear no time; those that failed later do. */
  async function replay(record: ChangeRecord): Promise<Change> {
    const asked = { n: record.n, states: ['failed'] as const, after: -1, limit: record.items };
    const failed = await catalog.changes.listItems(asked);
    return presentAccepted(record, failed.filter(({ changedMs }) => changedMs === null).length);
  }

  function toRecord(
    { key, request, digest }: { key: string; request: ChangeRequest; digest: string },
    items: readonly ItemRecord[],
  ): Omit<ChangeRecord, 'n'> {
    const sum = (of: 'files' | 'externalFiles' | 'sizeBytes') =>
      items.reduce((total, item) => total + item[of], 0);
    return {
      ...{ id: randomUUID(), key, digest, action: request.action, state: 'running' },
      undoes: 'undo' in request ? request.undo : null,
      createdMs: now(),
      endedMs: null,
      items: items.length,
      files: sum('files'),
      externalFiles: sum('externalFiles'),
      sizeBytes: sum('sizeBytes'),
    };
  }
}

function sameWish(one: string, other: string): boolean {
  return one === other;
}

function refuse(): never {
  throw new KeyUsedOtherwise(
    'This Idempotency-Key was used for another change. Send each change with a key of its own.',
  );
}

/** The parsed request, names in one order, so that only what is meant tells two bodies apart. */
function canonical(request: ChangeRequest): string {
  return JSON.stringify(request, (_name, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
