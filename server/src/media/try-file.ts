import type { AddressBook } from './address-book.ts';
import { type Content, discardContent } from './content.ts';
import { refuseUnservable } from './file-state.ts';
import type { MediaFile } from './media-file.ts';
import type { OpenRequest } from './open-content.ts';

/**
 * Makes `tryFile`: fetches the first byte of a file and tells by which hosts it came, the first that was asked and the one
 * that answered. Throws what opening a file throws.
 */
export function createTryFile({
  open,
  book,
}: {
  open: (request: OpenRequest) => Promise<Content>;
  book: AddressBook;
}) {
  return async function tryFile(file: MediaFile, signal: AbortSignal): Promise<string[]> {
    refuseUnservable(file.file);
    discardContent(await open({ file, begins: 'any', wish: { first: 0, last: 0 }, signal }));
    const addresses = [book.findTold(file.file.id), book.findWorking(file.file.id)];
    return [
      ...new Set(addresses.flatMap((address) => (address === undefined ? [] : [new URL(address).host]))),
    ];
  };
}
