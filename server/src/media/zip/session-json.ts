import type { RecordingFile, Session } from '../../contract/index.ts';

/** Why a file of the session is not in its archive. */
export type LeftOut = 'in-trash' | 'processing' | 'unavailable';

/** A file of the session and what became of it: saved under a name with so many bytes, or left out. */
export type SavedFile = { file: RecordingFile } & (
  | { savedAs: string; savedBytes: number }
  | { leftOut: LeftOut }
);

/**
 * The archive's `session.json`: what Zoom said of the session and of each of its files, the original names among it, and what
 * the archive holds. No address and nothing secret is in what this is made of.
 */
export function toSessionJson(options: {
  session: Session;
  files: readonly SavedFile[];
  savedMs: number;
}): Buffer {
  const { files: _listed, ...session } = options.session;
  const files = options.files.map(({ file, ...saved }) => ({
    savedAs: null,
    savedBytes: null,
    leftOut: null,
    ...saved,
    ...file,
  }));
  const told = { savedAt: new Date(options.savedMs).toISOString(), session, files };
  return Buffer.from(`${JSON.stringify(told, null, 2)}\n`);
}

/** Why a file cannot be had now; null when it can. */
export function toLeftOut({ trashedAt, state }: RecordingFile, session: Session): LeftOut | null {
  if (session.state === 'trashed' || trashedAt !== null) return 'in-trash';
  return state === 'ready' ? null : state;
}
