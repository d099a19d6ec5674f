import type { Session } from '@matinee/server/contract';
import type { PlayerSource } from '../../features/player/player-source.ts';
import { findCaptionFiles } from '../../features/session/caption-files.ts';
import { formatSpan, toSpan } from '../../features/session/session-facts.ts';
import type { View } from '../../features/session/views.ts';
import { contentUrl, downloadUrl } from '../../lib/media-url.ts';
import { nameOfSession } from '../../ui/session-cells/names.ts';

/** A session's view in the player's words. */
export function toPlayerSource(session: Session, { file, label }: View): PlayerSource {
  return {
    src: contentUrl(file.id),
    downloadSrc: downloadUrl(file.id),
    mode: file.kind === 'audio' ? 'audio' : 'video',
    title: nameOfSession(session),
    detail: `${label} · ${formatSpan(toSpan(session))}`,
    captions: findCaptionFiles(file, session.files).map((text) => ({
      src: contentUrl(text.id),
      label: text.label,
    })),
  };
}
