/** From here on a number does not fit a classic field (all ones mean "see ZIP64"; APPNOTE.TXT 4.4.1.4). */
const full32 = 0xffff_ffff;
const full16 = 0xffff;

/** Bit 3: checksum and sizes follow the bytes. Bit 11: names are UTF-8 (APPNOTE.TXT 4.4.4). */
const flags = 0x0808;
const classicVersion = 20;
const zip64Version = 45;
/** Made on Unix, by version 4.5: only so are the permissions below read. */
const madeBy = (3 << 8) | zip64Version;
/** A plain file that its owner may write and all may read. */
const permissions = (0o100_644 << 16) >>> 0;

/** What makes the records of one entry; `modifiedMs` is null where nobody knows it. */
export interface ZipEntry {
  /** Folder and name, with `/` between them. */
  path: string;
  sizeBytes: number;
  modifiedMs: number | null;
}

/** An entry with the place its local header begins at, in bytes from the archive's start. */
export type LaidOutEntry = ZipEntry & { offset: number };

/** Whether the sizes of an entry are written with 64 bits. */
function isLarge({ sizeBytes }: ZipEntry): boolean {
  return sizeBytes >= full32;
}

/** The record in front of an entry's bytes. Checksum and sizes are nil here, as bit 3 asks. */
export function toLocalHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.path);
  const extra = Buffer.concat([isLarge(entry) ? toZip64Extra([0, 0]) : none, toTimeExtra(entry)]);
  const size = isLarge(entry) ? full32 : 0;
  const record = Buffer.alloc(30);
  record.writeUInt32LE(0x0403_4b50, 0);
  record.writeUInt16LE(isLarge(entry) ? zip64Version : classicVersion, 4);
  record.writeUInt16LE(flags, 6);
  record.writeUInt32LE(toDosTime(entry.modifiedMs), 10);
  record.writeUInt32LE(size, 18);
  record.writeUInt32LE(size, 22);
  record.writeUInt16LE(name.length, 26);
  record.writeUInt16LE(extra.length, 28);
  return Buffer.concat([record, name, extra]);
}

/** The record behind an entry's bytes: their checksum and sizes, as wide as the local header announced. */
export function toDescriptor(entry: ZipEntry, crc: number): Buffer {
  const record = Buffer.alloc(isLarge(entry) ? 24 : 16);
  record.writeUInt32LE(0x0807_4b50, 0);
  record.writeUInt32LE(crc, 4);
  if (!isLarge(entry)) {
    record.writeUInt32LE(entry.sizeBytes, 8);
    record.writeUInt32LE(entry.sizeBytes, 12);
    return record;
  }
  record.writeBigUInt64LE(BigInt(entry.sizeBytes), 8);
  record.writeBigUInt64LE(BigInt(entry.sizeBytes), 16);
  return record;
}

/** The entry's record in the directory at the archive's end. */
export function toCentralHeader(entry: LaidOutEntry, crc: number): Buffer {
  const { sizeBytes, offset } = entry;
  const wide = [...(isLarge(entry) ? [sizeBytes, sizeBytes] : []), ...(offset >= full32 ? [offset] : [])];
  const name = Buffer.from(entry.path);
  const extra = Buffer.concat([wide.length > 0 ? toZip64Extra(wide) : none, toTimeExtra(entry)]);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x0201_4b50, 0);
  record.writeUInt16LE(madeBy, 4);
  record.writeUInt16LE(wide.length > 0 ? zip64Version : classicVersion, 6);
  record.writeUInt16LE(flags, 8);
  record.writeUInt32LE(toDosTime(entry.modifiedMs), 12);
  record.writeUInt32LE(crc, 16);
  record.writeUInt32LE(Math.min(sizeBytes, full32), 20);
  record.writeUInt32LE(Math.min(sizeBytes, full32), 24);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(permissions, 38);
  record.writeUInt32LE(Math.min(offset, full32), 42);
  return Buffer.concat([record, name, extra]);
}

/** What ends the archive: where the directory is and how much it holds, with ZIP64's own two records where a number is large. */
export function toEndRecords(directory: { entries: number; offset: number; sizeBytes: number }): Buffer {
  const { entries, offset, sizeBytes } = directory;
  const needsZip64 = entries >= full16 || offset >= full32 || sizeBytes >= full32;
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x0605_4b50, 0);
  record.writeUInt16LE(Math.min(entries, full16), 8);
  record.writeUInt16LE(Math.min(entries, full16), 10);
  record.writeUInt32LE(Math.min(sizeBytes, full32), 12);
  record.writeUInt32LE(Math.min(offset, full32), 16);
  return needsZip64 ? Buffer.concat([toZip64EndRecords(directory), record]) : record;
}

function toZip64EndRecords(directory: { entries: number; offset: number; sizeBytes: number }): Buffer {
  const { entries, offset, sizeBytes } = directory;
  const record = Buffer.alloc(76);
  record.writeUInt32LE(0x0606_4b50, 0);
  // The record's own size, less the signature and this field.
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(madeBy, 12);
  record.writeUInt16LE(zip64Version, 14);
  record.writeBigUInt64LE(BigInt(entries), 24);
  record.writeBigUInt64LE(BigInt(entries), 32);
  record.writeBigUInt64LE(BigInt(sizeBytes), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  // The locator: where the record above begins, and that there is one disk.
  record.writeUInt32LE(0x0706_4b50, 56);
  record.writeBigUInt64LE(BigInt(offset + sizeBytes), 64);
  record.writeUInt32LE(1, 72);
  return record;
}

const none = Buffer.alloc(0);

/** Wide numbers, in the order of the fields they stand for (APPNOTE.TXT 4.5.3). */
function toZip64Extra(numbers: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + numbers.length * 8);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(numbers.length * 8, 2);
  for (const [index, number] of numbers.entries()) extra.writeBigUInt64LE(BigInt(number), 4 + index * 8);
  return extra;
}

/** Info-ZIP's "extended timestamp": seconds UTC, where the classic field has no time zone. Its 32 bits end in 2038. */
function toTimeExtra({ modifiedMs }: ZipEntry): Buffer {
  const seconds = modifiedMs === null ? -1 : Math.floor(modifiedMs / 1000);
  if (seconds < 0 || seconds > 0x7fff_ffff) return none;
  const extra = Buffer.alloc(9);
  extra.writeUInt16LE(0x5455, 0);
  extra.writeUInt16LE(5, 2);
  extra.writeUInt8(1, 4);
  extra.writeInt32LE(seconds, 5);
  return extra;
}

/** A time (UTC) as MS-DOS packs it: two-second steps from 1980 to 2107; the beginning of 1980 where none is known. */
function toDosTime(modifiedMs: number | null): number {
  const time = new Date(modifiedMs ?? 0);
  const year = time.getUTCFullYear();
  if (year < 1980 || year > 2107) return 0x0021_0000;
  const day = ((year - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate();
  const clock = (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
  return ((day << 16) | clock) >>> 0;
}
