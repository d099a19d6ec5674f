import type { RecordingFile } from '../contract/index.ts';
import { FileInTrash, FileNotReady, FileUnavailable } from './errors.ts';

/** Throws when what we know of a file says that nobody can have its bytes now; Zoom is not asked. */
export function refuseUnservable({ trashedAt, state }: RecordingFile): void {
  if (trashedAt !== null) throw new FileInTrash('A file in the trash has no content. Restore it first.');
  if (state === 'processing')
    throw new FileNotReady('Zoom is still making this file. Check again in a minute.');
  if (state === 'unavailable') {
    throw new FileUnavailable(
      'Zoom holds no bytes of this file for us. It may be in the account’s own storage.',
    );
  }
}
