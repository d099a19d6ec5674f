import { crc32 } from 'node:zlib';

/** An entry of an archive: its path and bytes, and whether its checksum is the one the archive says. */
export interface ReadEntry {
  path: string;
  bytes: Buffer;
  isSound: boolean;
}

/** Reads a stored archive by its directory, as people's programs do, independently of what wrote it. Small ones only: no ZIP64. */
export function readZip(archive: Buffer): ReadEntry[] {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('no end of an archive');
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    const lengths = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    const [nameLength = 0] = lengths;
    const path = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(start, start + archive.readUInt32LE(at + 24));
    const isSound = crc32(bytes) === archive.readUInt32LE(at + 16);
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
    return { path, bytes, isSound };
  });
}
