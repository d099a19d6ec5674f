import type { FileKind, Participant } from '../contract/index.ts';
import { plainRecordingType } from './file-kind.ts';

/** Readable names of the recording types (zoom-api.md 2.8). */
const LABELS: Readonly<Record<string, string>> = {
  shared_screen_with_speaker_view: 'Screen share with speaker view',
  shared_screen_with_gallery_view: 'Screen share with gallery view',
  speaker_view: 'Speaker view',
  gallery_view: 'Gallery view',
  shared_screen: 'Screen share',
  active_speaker: 'Active speaker',
  host_video: 'Host video',
  sign_interpretation: 'Sign interpretation',
  production_studio: 'Production studio',
  audio_only: 'Audio only',
  audio_only_each_participant: 'Audio of one participant',
  audio_interpretation: 'Interpretation audio',
  audio_transcript: 'Transcript',
  cc_transcript: 'Captions',
  closed_caption: 'Captions',
  chat_file: 'Chat',
  chat_message: 'Chat messages',
  timeline: 'Timeline',
  summary: 'Summary',
  summary_next_steps: 'Summary: next steps',
  summary_smart_chapters: 'Summary: chapters',
  poll: 'Poll',
  thumbnail: 'Thumbnail',
  individual_user: 'Participant video',
  individual_shared_screen: 'Participant screen share',
};

const KIND_LABELS: Readonly<Record<FileKind, string>> = {
  video: 'Video',
  audio: 'Audio',
  transcript: 'Transcript',
  captions: 'Captions',
  chat: 'Chat',
  timeline: 'Timeline',
  summary: 'Summary',
  poll: 'Poll',
  image: 'Image',
  other: 'File',
};

/** A name for a file that a person can read, whatever Zoom calls it. Participants' files begin with the name. */
export function fileLabel(file: {
  kind: FileKind;
  recordingType: string | null;
  fileType: string | null;
  participant: Participant | null;
}): string {
  const own = ownLabel(file);
  const who = file.participant?.name ?? file.participant?.userKey;
  if (!who) return file.participant && file.kind === 'audio' ? 'Participant audio' : own;
  return `${who} — ${participantPart(file)}`;
}

function participantPart({ kind, recordingType }: { kind: FileKind; recordingType: string | null }): string {
  if (plainRecordingType(recordingType) === 'individual_shared_screen') return 'screen share';
  return KIND_LABELS[kind].toLowerCase();
}

function ownLabel(file: { kind: FileKind; recordingType: string | null; fileType: string | null }): string {
  const plain = plainRecordingType(file.recordingType);
  if (plain !== null && Object.hasOwn(LABELS, plain)) {
    const suffix = plain === file.recordingType?.toLowerCase() ? '' : ' with captions';
    return `${LABELS[plain]}${suffix}`;
  }
  const readable = humanise(file.recordingType ?? '');
  if (readable !== '') return readable;
  return file.kind === 'other' && file.fileType ? humanise(file.fileType) || 'File' : KIND_LABELS[file.kind];
}

/** `holo_view` → `Holo view`. */
function humanise(word: string): string {
  const words = word.replace(/[_\s]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
