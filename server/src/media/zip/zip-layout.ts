import {
  type LaidOutEntry,
  toCentralHeader,
  toDescriptor,
  toEndRecords,
  toLocalHeader,
  type ZipEntry,
} from './zip-records.ts';

/** Where everything of an archive stands, known before its first byte. */
export interface ZipLayout<Entry extends ZipEntry> {
  entries: (Entry & LaidOutEntry)[];
  /** Where the directory begins. */
  directoryOffset: number;
  /** The length of the whole archive. */
  sizeBytes: number;
}

/** Puts entries one behind another, stored as they are, so that only their sizes decide how long the archive is. */
export function layOut<Entry extends ZipEntry>(entries: readonly Entry[]): ZipLayout<Entry> {
  let offset = 0;
  const laidOut = entries.map((entry) => {
    const placed = { ...entry, offset };
    offset += toLocalHeader(entry).length + entry.sizeBytes + toDescriptor(entry, 0).length;
    return placed;
  });
  const directory = {
    entries: laidOut.length,
    offset,
    sizeBytes: laidOut.reduce((sum, entry) => sum + toCentralHeader(entry, 0).length, 0),
  };
  const sizeBytes = offset + directory.sizeBytes + toEndRecords(directory).length;
  return { entries: laidOut, directoryOffset: offset, sizeBytes };
}
