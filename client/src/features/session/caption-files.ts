import type { RecordingFile } from '@matinee/server/contract';
import { arrange, type Segment } from '../../lib/session-clock/segments.ts';
import type { Timeline } from '../../lib/session-clock/timeline.ts';

/** A text that can be laid over a picture. */
export interface CaptionFile {
  file: RecordingFile;
  /** Seconds to add to its times to count from where the picture's file begins. */
  shiftSeconds: number;
}

/**
 * What can be laid over `segment` as captions: ready WebVTT that runs at the same time, true captions before the transcript, a text that
 * begins with the picture before one that does not. Zoom leaves the start out of old captions (zoom-api.md 2.8): they lie at second 0.
 */
export function findCaptionFiles(
  segment: Segment,
  { files, timeline }: { files: readonly RecordingFile[]; timeline: Timeline },
): CaptionFile[] {
  return [files.filter(isCaption), files.filter(isTranscript)].flatMap((alike) =>
    arrange(
      alike.map(({ id }) => ({ fileId: id, ...timeline.spanOf(id) })),
      timeline.durationSeconds,
    )
      .flat()
      .filter((text) => text.startSeconds < segment.endSeconds && segment.startSeconds < text.endSeconds)
      .map((text) => ({ fileId: text.fileId, shiftSeconds: text.startSeconds - segment.startSeconds }))
      .toSorted((a, b) => Math.abs(a.shiftSeconds) - Math.abs(b.shiftSeconds))
      .flatMap(({ fileId, shiftSeconds }) => {
        const file = alike.find(({ id }) => id === fileId);
        return file ? [{ file, shiftSeconds }] : [];
      }),
  );
}

function isCaption(file: RecordingFile): boolean {
  return file.kind === 'captions' && isShowable(file);
}

function isTranscript(file: RecordingFile): boolean {
  return file.kind === 'transcript' && isShowable(file);
}

function isShowable(file: RecordingFile): boolean {
  const isVtt = file.extension?.toLowerCase() === 'vtt';
  return isVtt && file.state === 'ready' && file.trashedAt === null;
}
