import type { Session } from '@matinee/server/contract';
import type { CaptionSource, PlayerLane } from '../../features/player/player-source.ts';
import { findCaptionFiles } from '../../features/session/caption-files.ts';
import { formatSpan, toSpan } from '../../features/session/session-facts.ts';
import type { ViewLane } from '../../features/session/view-lanes.ts';
import { contentUrl, downloadUrl } from '../../lib/media-url.ts';
import type { Segment } from '../../lib/session-clock/segments.ts';
import type { Timeline } from '../../lib/session-clock/timeline.ts';
import { nameOfSession } from '../../ui/session-cells/names.ts';

/** A session's view in the player's words. */
export function toPlayerLane(
  { session, timeline }: { session: Session; timeline: Timeline },
  view: ViewLane,
): PlayerLane {
  const toCaptions = (segment: Segment): CaptionSource[] =>
    findCaptionFiles(segment, { files: session.files, timeline }).map(({ file, shiftSeconds }) => ({
      src: contentUrl(file.id),
      label: file.label,
      shiftSeconds,
    }));
  return {
    name: view.name,
    mode: view.file.kind === 'audio' ? 'audio' : 'video',
    title: nameOfSession(session),
    detail: `${view.label} · ${formatSpan(toSpan(session))}`,
    segments: view.segments.map((segment) => ({
      ...segment,
      src: contentUrl(segment.fileId),
      downloadSrc: downloadUrl(segment.fileId),
      captions: toCaptions(segment),
    })),
  };
}
