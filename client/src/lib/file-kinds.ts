import type { FileKind, FileState, RecordingFile } from '@matinee/server/contract';

/** A word for one and for many. A record, so that a kind which the contract adds is missed by the type check. */
const kindWords: Readonly<Record<FileKind, { one: string; many: string }>> = {
  video: { one: 'video', many: 'videos' },
  audio: { one: 'audio', many: 'audio files' },
  transcript: { one: 'transcript', many: 'transcripts' },
  captions: { one: 'captions', many: 'caption files' },
  chat: { one: 'chat', many: 'chats' },
  timeline: { one: 'timeline', many: 'timelines' },
  summary: { one: 'summary', many: 'summaries' },
  poll: { one: 'poll', many: 'polls' },
  image: { one: 'image', many: 'images' },
  other: { one: 'other file', many: 'other files' },
};

/** Every kind in the order it is shown in, with its words. */
export const fileKinds = Object.entries(kindWords).map(([kind, words]) => ({
  // The record has no other keys.
  kind: kind as FileKind,
  ...words,
}));

const stateNames: Readonly<Record<FileState, true>> = { ready: true, processing: true, unavailable: true };

/** Every state that a file can be in. */
export const fileStates: readonly string[] = Object.keys(stateNames);

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
