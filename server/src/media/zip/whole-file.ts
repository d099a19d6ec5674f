import type { Log } from '../../log.ts';
import { type Content, discardContent } from '../content.ts';
import { BodyCutShort, FileRefused } from '../errors.ts';
import { toExtension, toFileType } from '../file-type.ts';
import type { MediaFile } from '../media-file.ts';
import type { OpenRequest } from '../open-content.ts';
import { openForHead } from '../open-for-reader.ts';
import type { ByteSink } from '../pump.ts';
import { readOn } from '../read-on.ts';
import { toStrongValidator } from '../validator.ts';

export interface WholeFileDeps {
  open: (request: OpenRequest) => Promise<Content>;
  /** The address that worked last for this file broke off. */
  forgetWorking: (fileId: string) => void;
  log: Log;
}

/**
 * How many bytes a file really has, as Zoom's side says when it is asked for its first ones (which are checked on the way);
 * the list may say something else. Throws FileRefused when nobody says, and whatever opening throws.
 */
export async function measureFile(
  deps: WholeFileDeps,
  { file, signal }: { file: MediaFile; signal: AbortSignal },
): Promise<number> {
  try {
    const content = await openForHead({ open: deps.open, file, begins: beginningOf(file), signal });
    discardContent(content);
    const sizeBytes = content.total ?? file.file.sizeBytes;
    if (sizeBytes === null) throw new FileRefused('Zoom does not say how large it is.');
    return sizeBytes;
  } catch (error) {
    if (error instanceof FileRefused) throw nameFile(file, error);
    throw error;
  }
}

/** Of many files a person wants to know which one it is about. */
function nameFile({ file }: MediaFile, error: FileRefused): FileRefused {
  return new FileRefused(`“${file.label}”: ${error.message}`, { cause: error });
}

/**
 * Copies a whole file of a known size, read on by itself where it breaks. Throws BodyCutShort when it has another size by now
 * or cannot be finished, and whatever opening throws.
 */
export async function copyFile(
  { open, forgetWorking, log }: WholeFileDeps,
  copying: { file: MediaFile; sizeBytes: number; sink: ByteSink; signal: AbortSignal },
): Promise<void> {
  const { file, sizeBytes, sink, signal } = copying;
  const begins = beginningOf(file);
  const content = await open({ file, begins, wish: undefined, signal });
  if (content.length !== null && content.length !== sizeBytes) {
    content.body.destroy();
    throw new BodyCutShort('The file has another size than a moment ago.');
  }
  const continueAt = (position: number, last: number | null) => {
    forgetWorking(file.file.id);
    const ifRange = toStrongValidator(content) ?? undefined;
    return open({ file, begins, wish: { first: position, last }, ifRange, signal });
  };
  await readOn({ content, listedSizeBytes: sizeBytes, continueAt, sink, signal, log });
}

function beginningOf({ file }: MediaFile) {
  return toFileType(toExtension(file)).begins;
}
