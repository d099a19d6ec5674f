import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { FILE_KINDS, type FileSource } from './rows.ts';
import type { StoredFile } from './stored-session.ts';

const SOURCES: readonly FileSource[] = ['recording', 'participant-video', 'participant-audio'];

/**
 * What files have in common, so that it costs a few bits in each pack; commonest last. Part of the format: with another
 * text, what was packed before cannot be read.
 */
const dictionary = Buffer.from(
  [
    '"TIMELINE","JSON","completed",',
    '"processing",null,null,null,0,0,null,null,null,null,1],[',
    '"audio_interpretation","summary_next_steps","thumbnail","poll","CSV",',
    '"individual_user","individual_shared_screen","audio_only_each_participant",',
    '"closed_caption","CC","VTT","chat_file","CHAT","TXT","summary","SUMMARY","JSON",',
    '"audio_transcript","TRANSCRIPT","VTT","completed","timeline",',
    '"active_speaker","MP4","MP4","completed","shared_screen","speaker_view","MP4","MP4","completed",',
    '"gallery_view","MP4","MP4","completed","audio_only","M4A","M4A","completed",',
    '"shared_screen_with_gallery_view","shared_screen_with_speaker_view","MP4","MP4","completed",17',
    ',1,0,null,null,null,null,1],["',
  ].join(''),
);

/** The files of one session as a text that is the same for the same files. */
export function filesText(files: readonly StoredFile[]): string {
  return JSON.stringify(files.map(toValues));
}

/** The files of one session, small: a row for each of millions of files would cost four times as much. */
export function packFiles(files: readonly StoredFile[]): Buffer {
  return deflateRawSync(filesText(files), { dictionary, level: 6, chunkSize: 2048 });
}

/** The files that were packed. Throws when these bytes are no pack. */
export function unpackFiles(packed: Uint8Array): StoredFile[] {
  const text = inflateRawSync(packed, { dictionary, chunkSize: 4096 }).toString('utf8');
  return (JSON.parse(text) as FileValues[]).map(toFile); // nobody but packFiles writes them
}

function toValues(file: StoredFile) {
  return [
    file.id,
    file.zoomId === file.id ? 0 : file.zoomId,
    SOURCES.indexOf(file.source),
    FILE_KINDS.indexOf(file.kind),
    ...([file.recordingType, file.fileType, file.extension, file.status] as const),
    ...([file.startMs, file.endMs, file.sizeBytes] as const),
    Number(file.hasAddress),
    Number(file.isExternal),
    ...([file.participantName, file.userId, file.userKey, file.trashedMs, file.lists] as const),
  ] as const;
}

type FileValues = ReturnType<typeof toValues>;

function toFile(values: FileValues): StoredFile {
  const [id, zoomId, source, kind, recordingType, fileType, extension, status, ...rest] = values;
  const [startMs, endMs, sizeBytes, hasAddress, isExternal, participantName, ...others] = rest;
  const [userId, userKey, trashedMs, lists] = others;
  return {
    id,
    zoomId: zoomId === 0 ? id : zoomId,
    source: SOURCES[source] ?? 'recording',
    kind: FILE_KINDS[kind] ?? 'other',
    ...{ recordingType, fileType, extension, status, startMs, endMs, sizeBytes },
    hasAddress: hasAddress === 1,
    isExternal: isExternal === 1,
    ...{ participantName, userId, userKey, trashedMs, lists },
  };
}
