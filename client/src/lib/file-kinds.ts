import type { FileKind, RecordingFile } from '@matinee/server/contract';

/** Every kind in the order it is shown in, with its word for one, for many, and for a filter. */
export const fileKinds: readonly { kind: FileKind; one: string; many: string }[] = [
  { kind: 'video', one: 'video', many: 'videos' },
  { kind: 'audio', one: 'audio', many: 'audio files' },
  { kind: 'transcript', one: 'transcript', many: 'transcripts' },
  { kind: 'captions', one: 'captions', many: 'caption files' },
  { kind: 'chat', one: 'chat', many: 'chats' },
  { kind: 'timeline', one: 'timeline', many: 'timelines' },
  { kind: 'summary', one: 'summary', many: 'summaries' },
  { kind: 'poll', one: 'poll', many: 'polls' },
  { kind: 'image', one: 'image', many: 'images' },
  { kind: 'other', one: 'other file', many: 'other files' },
];

export interface KindCount {
  kind: FileKind;
  count: number;
  words: string;
}

/** How many files of each kind there are, in the order of {@link fileKinds}, kinds without files left out. */
export function countKinds(files: readonly RecordingFile[]): KindCount[] {
  return fileKinds.flatMap(({ kind, one, many }) => {
    const count = files.filter((file) => file.kind === kind).length;
    return count === 0 ? [] : [{ kind, count, words: count === 1 ? one : `${count} ${many}` }];
  });
}

/** Whether a player can do something with this kind of file. */
export function isPlayable(file: RecordingFile): boolean {
  return (file.kind === 'video' || file.kind === 'audio') && hasContent(file);
}

/** Whether its bytes can be asked for: a file in the trash has none until it is restored. */
export function hasContent(file: RecordingFile): boolean {
  return file.state === 'ready' && file.trashedAt === null;
}
