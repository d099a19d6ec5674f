import type { RecordingFile } from '@matinee/server/contract';
import { fileKinds } from '../../lib/file-kinds.ts';

/** A file under the label people see and a name of its own. */
export interface View {
  name: string;
  label: string;
  file: RecordingFile;
}

const kindOrder = fileKinds.map(({ kind }) => kind);

/** Zoom's recording types (zoom-api.md 2.8) that have a short name of ours, in the order people see them. */
const knownNames = new Map([
  ['gallery_view', 'gallery'],
  ['speaker_view', 'speaker'],
  ['active_speaker', 'speaker'],
  ['shared_screen_with_gallery_view', 'screen-gallery'],
  ['shared_screen_with_speaker_view', 'screen-speaker'],
  ['shared_screen_with_speaker_view(CC)', 'screen-speaker-cc'],
  ['shared_screen', 'screen'],
  ['audio_only', 'audio'],
]);
const typeOrder = [...knownNames.keys()];

/**
 * All files in the order people see them: those of the whole session before those of single participants, pictures before
 * sound before texts, known types before unknown ones, segments by their start. Equal labels become "part 1", "part 2"; no two
 * files share a name, and neither depends on the order in which Zoom told them.
 */
export function nameFiles(files: readonly RecordingFile[]): View[] {
  const sorted = files.toSorted(compareFiles);
  const names = new Set<string>();
  return sorted.map((file) => ({
    name: claimName(nameOfType(file), names),
    label: toLabel(file, sorted),
    file,
  }));
}

/** Whether a player can do something with this kind of file. */
export function isPlayableKind(file: RecordingFile): boolean {
  return file.kind === 'video' || file.kind === 'audio';
}

/** The order in which people see files, see `nameFiles`. */
export function compareFiles(a: RecordingFile, b: RecordingFile): number {
  return (
    Number(a.participant !== null) - Number(b.participant !== null) ||
    kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
    rankType(a) - rankType(b) ||
    (a.startTime ?? '').localeCompare(b.startTime ?? '') ||
    a.label.localeCompare(b.label) ||
    a.id.localeCompare(b.id)
  );
}

/** What a file of this type is called in an address: a short name of ours, else one made from Zoom's word, for a participant's from the label. */
export function nameOfType(file: RecordingFile): string {
  if (file.participant !== null) return toSlug(file.label) || file.kind;
  return knownNames.get(file.recordingType ?? '') ?? (toSlug(file.recordingType ?? file.label) || file.kind);
}

/** `base`, or `base-2` and so on where it is taken; marks it as taken. */
export function claimName(base: string, taken: Set<string>): string {
  let name = base;
  for (let part = 2; taken.has(name); part += 1) name = `${base}-${part}`;
  taken.add(name);
  return name;
}

function rankType(file: RecordingFile): number {
  const place = typeOrder.indexOf(file.recordingType ?? '');
  return place === -1 ? typeOrder.length : place;
}

function toSlug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function toLabel(file: RecordingFile, all: readonly RecordingFile[]): string {
  const alike = all.filter((other) => other.label === file.label);
  return alike.length === 1 ? file.label : `${file.label}, part ${alike.indexOf(file) + 1}`;
}
