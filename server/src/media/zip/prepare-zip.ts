import type { RecordingFile, Session } from '../../contract/index.ts';
import { FileInTrash, FileNotReady, FileUnavailable } from '../errors.ts';
import { toFileName, toSessionName } from '../file-name.ts';
import { toExtension } from '../file-type.ts';
import type { MediaFile } from '../media-file.ts';
import { toUniqueNames } from './entry-names.ts';
import { type SavedFile, toLeftOut, toSessionJson } from './session-json.ts';
import { measureFile, type WholeFileDeps } from './whole-file.ts';
import { layOut, type ZipLayout } from './zip-layout.ts';
import type { ZipEntry } from './zip-records.ts';

/** Files whose sizes are asked for at the same time. */
const askedAtOnce = 4;

/** Windows opens no path of more than 260 characters: a folder, a file in it, and where people put them. */
const mostFolderBytes = 60;

const manifestName = 'session.json';

/** An entry and where its bytes come from. */
export type PreparedEntry = ZipEntry & { source: MediaFile | Buffer };

/**
 * Asks how large every file of a session is and lays the archive out: one folder with `session.json` and each file that can
 * be had, under the name it is also downloaded by. Throws FileInTrash, FileNotReady or FileUnavailable when there is none.
 */
export async function prepareZip(
  deps: WholeFileDeps & { now: () => number },
  { session, signal }: { session: Session; signal: AbortSignal },
): Promise<ZipLayout<PreparedEntry>> {
  const available = session.files.filter((file) => toLeftOut(file, session) === null);
  if (available.length === 0) throw toRefusal(session);
  const media = available.map((file) => ({ file, session }));
  const sizes = await measureAll(deps, { media, signal });
  const [jsonName = manifestName, ...names] = toUniqueNames([manifestName, ...media.map(toName)]);
  const folder = toSessionName(session, mostFolderBytes);
  const entries = media.map((source, index) => ({
    path: `${folder}/${names[index]}`,
    sizeBytes: sizes[index] ?? 0,
    modifiedMs: toTime(source.file.endTime ?? source.file.startTime ?? session.startTime),
    source,
  }));
  const saved = new Map(entries.map((entry) => [entry.source.file, entry]));
  const json = toSessionJson({
    session,
    files: session.files.map((file): SavedFile => {
      const entry = saved.get(file);
      if (entry) return { file, savedAs: entry.path, savedBytes: entry.sizeBytes };
      return { file, leftOut: toLeftOut(file, session) ?? 'unavailable' };
    }),
    savedMs: deps.now(),
  });
  const manifest = {
    path: `${folder}/${jsonName}`,
    sizeBytes: json.length,
    modifiedMs: deps.now(),
    source: json,
  };
  return layOut<PreparedEntry>([manifest, ...entries]);
}

function toName(media: MediaFile): string {
  return toFileName(media, toExtension(media.file));
}

function toTime(iso: string | null): number | null {
  const ms = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isNaN(ms) ? null : ms;
}

/** The sizes of files in their order. The first failure ends the asking. */
async function measureAll(
  deps: WholeFileDeps,
  { media, signal }: { media: readonly MediaFile[]; signal: AbortSignal },
): Promise<number[]> {
  const failed = new AbortController();
  const eitherSignal = AbortSignal.any([signal, failed.signal]);
  const sizes: number[] = [];
  const waiting = [...media.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, file] = next;
      sizes[index] = await measureFile(deps, { file, signal: eitherSignal });
    }
  };
  try {
    await Promise.all(Array.from({ length: askedAtOnce }, work));
  } catch (error) {
    failed.abort();
    throw error;
  }
  return sizes;
}

/** Why nothing of a session can be had: the reason that a person can do something about comes first. */
function toRefusal(session: Session): Error {
  const why = (file: RecordingFile) => toLeftOut(file, session);
  const reasons = new Set(session.files.map(why));
  if (session.state === 'trashed' || reasons.has('in-trash')) {
    return new FileInTrash('Files in the trash have no content. Restore them first.');
  }
  if (reasons.has('processing'))
    return new FileNotReady('Zoom is still making these files. Check again in a minute.');
  return new FileUnavailable('Zoom holds no bytes of this session for us.');
}
