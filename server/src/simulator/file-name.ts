import type { SimulatedFile, SimulatedSession } from './account.ts';

/** The middle of Zoom's file names by recording type (zoom-api.md 4.4). */
const VARIANTS: Record<string, string> = {
  gallery_view: '_Recording_gallery_640x360',
  speaker_view: '_Recording_avo_640x360',
  active_speaker: '_Recording_as_640x360',
  shared_screen_with_gallery_view: '_Recording_gvo_640x360',
  audio_only: '_Recording',
  audio_transcript: '_Recording.transcript',
  closed_caption: '_Recording.cc',
  chat_file: '_RecordingnewChat',
  timeline: '_Recording_timeline',
};

/** The name under which Zoom's CDN offers a file, e.g. `GMT20260304-140602_Recording_640x360.mp4`. */
export function fileNameOf(session: SimulatedSession, file: SimulatedFile): string {
  const start = file.recording_start || session.start_time;
  const stamp = start.replaceAll(/[-:Z]/g, '').replace('T', '-').slice(0, 15);
  const variant = VARIANTS[file.recording_type ?? ''] ?? '_Recording_640x360';
  const extension = (file.file_extension || file.file_type || 'MP4').toLowerCase();
  return `GMT${stamp}${variant}.${extension}`;
}
