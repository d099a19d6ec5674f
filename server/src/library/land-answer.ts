import type { Catalog } from '../catalog/open-catalog.ts';
import type { ListName } from '../catalog/rows.ts';
import type { ZoomFile, ZoomSession } from '../zoom/schemas.ts';
import { readSession } from './read-draft.ts';
import { type DateRange, toSpan } from './window-key.ts';

/** A file of an answer with the id we gave it. */
export interface LandedFile {
  id: string;
  zoomFile: ZoomFile;
}

/** A session of an answer as it was told, with its files' ids, and whether it brought anything new. */
export interface LandedAnswer {
  session: ZoomSession;
  files: LandedFile[];
  isChanged: boolean;
}

export interface LandRequest {
  sessions: readonly ZoomSession[];
  list: ListName;
  isSingle?: boolean;
  /** The dates of the window whose question this answers, when the answer agrees with it. */
  range?: DateRange | null;
}

export type LandAnswer = ReturnType<typeof createLandAnswer>;

/**
 * Brings sessions of an answer into the catalog, and their download addresses to whoever remembers them for minutes:
 * the catalog never sees one.
 */
export function createLandAnswer(deps: {
  catalog: Catalog;
  rememberAddresses: (entries: { fileId: string; address: string }[]) => void;
  now: () => number;
}) {
  const { catalog, rememberAddresses, now } = deps;

  return async function landAnswer(request: LandRequest): Promise<LandedAnswer[]> {
    const { sessions, list, isSingle = false, range = null } = request;
    const read = sessions.map(readSession);
    const landed = await catalog.landSessions({
      list,
      isSingle,
      span: range ? toSpan(range) : null,
      nowMs: now(),
      sessions: read.map(({ draft }) => draft),
    });
    const answers = sessions.map((session, index) => {
      const fileIds = landed[index]?.fileIds ?? [];
      const files = (read[index]?.files ?? []).map(({ zoomFile }, n) => ({ id: fileIds[n] ?? '', zoomFile }));
      return { session, files, isChanged: landed[index]?.isChanged ?? false };
    });
    rememberAddresses(answers.flatMap(({ files }) => files.flatMap(toAddress)));
    return answers;
  };
}

function toAddress({ id, zoomFile }: LandedFile): { fileId: string; address: string }[] {
  return zoomFile.download_url ? [{ fileId: id, address: zoomFile.download_url }] : [];
}
