import { readFileStart } from '../../lib/file-start.ts';
import { ProblemError } from '../../lib/problem-error.ts';

/** Asks for a file's first byte: `null` when it comes, else why it does not. A probe given up (`signal`) tells nothing: `null`. */
export async function probeContent(src: string, signal: AbortSignal): Promise<ProblemError | null> {
  try {
    await readFileStart(src, { maxBytes: 1, signal });
    return null;
  } catch (error) {
    return error instanceof ProblemError ? error : null;
  }
}
