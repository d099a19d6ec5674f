import type { PlayerLane } from './player-source.ts';

/** A lane of one part of ten minutes. */
export function lane(name: string, differences: Partial<PlayerLane> = {}): PlayerLane {
  const src = `/api/files/${name}/content`;
  const segment = {
    fileId: name,
    src,
    downloadSrc: `${src}?download=1`,
    startSeconds: 0,
    endSeconds: 600,
    captions: [],
  };
  return {
    name,
    mode: 'video',
    title: 'Design review',
    detail: 'Gallery view',
    segments: [segment],
    ...differences,
  };
}

export const gallery = lane('gallery');

/** The gallery with captions over all of it. */
export function withCaptions(): PlayerLane {
  const captions = [{ src: '/api/files/transcript/content', label: 'Transcript', shiftSeconds: 0 }];
  return lane('gallery', { segments: gallery.segments.map((segment) => ({ ...segment, captions })) });
}
