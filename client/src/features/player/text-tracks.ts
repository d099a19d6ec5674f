/** Shows the text track at `index` and hides every other; -1 hides all. */
export function showTrack(media: HTMLMediaElement, index: number): void {
  for (const [place, track] of [...media.textTracks].entries()) {
    track.mode = place === index ? 'showing' : 'disabled';
  }
}

/** Whether any text lies over the picture. */
export function isShowingTrack(media: HTMLMediaElement): boolean {
  return [...media.textTracks].some((track) => track.mode === 'showing');
}

/** Shows the first captions, or hides all. */
export function toggleTracks(media: HTMLMediaElement): void {
  showTrack(media, isShowingTrack(media) ? -1 : 0);
}
