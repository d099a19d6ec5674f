import { crc32 } from 'node:zlib';
import { BodyCutShort } from '../errors.ts';
import type { ByteSink } from '../pump.ts';
import type { ZipLayout } from './zip-layout.ts';
import { toCentralHeader, toDescriptor, toEndRecords, toLocalHeader, type ZipEntry } from './zip-records.ts';

export interface ZipWriting<Entry extends ZipEntry> {
  layout: ZipLayout<Entry>;
  output: ByteSink;
  /** Resolves once the output takes more; rejects when it never will. */
  untilReady: () => Promise<void>;
  /** Brings all bytes of one entry to a sink. */
  copy: (entry: Entry, sink: ByteSink) => Promise<void>;
  /** Told when an entry brings more bytes than it was laid out with, none of which is written: `copy` is to be ended. */
  onExcess: (error: BodyCutShort) => void;
}

/**
 * Writes an archive exactly as it was laid out, one entry behind another. Throws BodyCutShort when an entry ends before its
 * size, and whatever `copy` throws; the archive is then unfinished and its reader must not take it for whole.
 */
export async function writeZip<Entry extends ZipEntry>(writing: ZipWriting<Entry>): Promise<void> {
  const { layout, output, untilReady, copy } = writing;
  const directory: Buffer[] = [];
  for (const entry of layout.entries) {
    output.write(toLocalHeader(entry));
    const { sink, finish } = createEntrySink(entry, writing);
    await copy(entry, sink);
    const crc = finish();
    directory.push(toCentralHeader(entry, crc));
    output.write(toDescriptor(entry, crc));
    await untilReady();
  }
  const records = Buffer.concat(directory);
  const { directoryOffset: offset } = layout;
  output.write(records);
  output.write(toEndRecords({ entries: directory.length, offset, sizeBytes: records.length }));
}

/** Sums up what passes, and lets nothing pass beyond what was announced. */
function createEntrySink(
  { sizeBytes }: ZipEntry,
  { output, onExcess }: Pick<ZipWriting<ZipEntry>, 'output' | 'onExcess'>,
) {
  let crc = 0;
  let missing = sizeBytes;
  const sink: ByteSink = {
    write(chunk, onTaken) {
      if (chunk.length > missing) {
        onExcess(new BodyCutShort('The file is longer than Zoom said.'));
        return true;
      }
      missing -= chunk.length;
      crc = crc32(chunk, crc);
      return output.write(chunk, onTaken);
    },
    once: (event, listener) => output.once(event, listener),
    off: (event, listener) => output.off(event, listener),
  };
  const finish = () => {
    if (missing > 0) throw new BodyCutShort('The file is shorter than Zoom said.');
    return crc;
  };
  return { sink, finish };
}
