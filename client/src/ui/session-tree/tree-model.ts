import type { RecordingFile, Session } from '@matinee/server/contract';
import { createFlatIndex } from './flat-index.ts';

/** One row of the tree: a session (`file` null) or one of its files. `posInSet` and `setSize` count from 1 as ARIA does. */
export interface TreeItem {
  /** Stays the same while rows come and go around it. */
  key: string;
  session: Session;
  file: RecordingFile | null;
  isExpandable: boolean;
  isExpanded: boolean;
  posInSet: number;
  setSize: number;
  /** Flat row of the session that a file belongs to; null on sessions. */
  parentRow: number | null;
}

export interface TreeModel {
  rowCount: number;
  at(row: number): TreeItem | undefined;
  /** Flat row of a key. A file whose session is closed is found at its session; undefined when the session is gone. */
  find(key: string): number | undefined;
}

interface TreeModelOptions {
  sessions: readonly Session[];
  /** Sessions in the whole list, loaded or not. */
  total: number;
  openIds: readonly string[];
  filesOf: (session: Session) => readonly RecordingFile[];
}

/** The rows of a list of sessions some of which are open. */
export function createTreeModel({ sessions, total, openIds, filesOf }: TreeModelOptions): TreeModel {
  const indexById = new Map(sessions.map((session, index) => [session.id, index]));
  const open = new Set(openIds.filter((id) => indexById.has(id)));
  const flat = createFlatIndex(
    sessions.length,
    [...open].flatMap((id) => {
      const parent = indexById.get(id);
      const session = parent === undefined ? undefined : sessions[parent];
      return parent === undefined || !session ? [] : [{ parent, children: filesOf(session).length }];
    }),
  );

  function at(row: number): TreeItem | undefined {
    if (row < 0 || row >= flat.rowCount) return undefined;
    const { parent, child } = flat.at(row);
    const session = sessions[parent];
    if (!session) return undefined;
    const files = filesOf(session);
    if (child !== null)
      return toFileItem({ session, files, child, parentRow: flat.rowOf({ parent, child: null }) });
    return {
      key: session.id,
      session,
      file: null,
      isExpandable: files.length > 0,
      isExpanded: files.length > 0 && open.has(session.id),
      posInSet: parent + 1,
      setSize: total,
      parentRow: null,
    };
  }

  function find(key: string): number | undefined {
    const [sessionId = '', fileId] = splitKey(key);
    const parent = indexById.get(sessionId);
    const session = parent === undefined ? undefined : sessions[parent];
    if (parent === undefined || !session) return undefined;
    const child =
      fileId && open.has(sessionId) ? filesOf(session).findIndex((file) => file.id === fileId) : -1;
    return flat.rowOf({ parent, child: child === -1 ? null : child });
  }

  return { rowCount: flat.rowCount, at, find };
}

interface FilePlace {
  session: Session;
  files: readonly RecordingFile[];
  child: number;
  parentRow: number;
}

function toFileItem({ session, files, child, parentRow }: FilePlace): TreeItem | undefined {
  const file = files[child];
  if (!file) return undefined;
  return {
    key: `${session.id}/${file.id}`,
    session,
    file,
    isExpandable: false,
    isExpanded: false,
    posInSet: child + 1,
    setSize: files.length,
    parentRow,
  };
}

/** A session's id is base64url and holds no slash; a file's may. */
function splitKey(key: string): [string, string?] {
  const slash = key.indexOf('/');
  return slash === -1 ? [key] : [key.slice(0, slash), key.slice(slash + 1)];
}
