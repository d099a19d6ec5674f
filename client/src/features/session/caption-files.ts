import type { RecordingFile } from '@matinee/server/contract';
import { isPlayableKind } from './views.ts';

/** Files of one segment are stamped within moments of each other; segments lie minutes apart. */
const sameSegmentMs = 5000;

/**
 * The files that can be laid over `file` as captions: ready WebVTT of the same segment, true captions before the transcript.
 * With one segment alone, any start will do: Zoom leaves it out of old captions (zoom-api.md 2.8).
 */
export function findCaptionFiles(file: RecordingFile, all: readonly RecordingFile[]): RecordingFile[] {
  const texts = all.filter(isCaptionFile).toSorted((a, b) => a.kind.localeCompare(b.kind));
  const starts = new Set(all.filter(isPlayableKind).map((other) => other.startTime));
  return starts.size <= 1 ? texts : texts.filter((text) => isSameSegment(text, file));
}

function isCaptionFile(file: RecordingFile): boolean {
  const isText = file.kind === 'captions' || file.kind === 'transcript';
  const isVtt = file.extension?.toLowerCase() === 'vtt';
  return isText && isVtt && file.state === 'ready' && file.trashedAt === null;
}

function isSameSegment(a: RecordingFile, b: RecordingFile): boolean {
  if (a.startTime === null || b.startTime === null) return a.startTime === b.startTime;
  return Math.abs(Date.parse(a.startTime) - Date.parse(b.startTime)) <= sameSegmentMs;
}
