/** Lays a text's cues where they belong over a picture. */
export interface CuePlacer {
  /** So many seconds later than the text itself tells; what would end before the picture begins is left out. */
  place(shiftSeconds: number): void;
}

type CueTrack = Pick<TextTrack, 'cues' | 'addCue' | 'removeCue'>;

/** Remembers the times that the text told, however often its cues are moved. To be made when the browser has read it. */
export function createCuePlacer(track: CueTrack): CuePlacer {
  const told = [...(track.cues ?? [])].map((cue) => ({
    cue,
    startTime: cue.startTime,
    endTime: cue.endTime,
    isLaid: true,
  }));
  return {
    place(shiftSeconds) {
      for (const one of told) {
        const isWanted = one.endTime + shiftSeconds > 0;
        if (one.isLaid && !isWanted) track.removeCue(one.cue);
        one.cue.startTime = Math.max(0, one.startTime + shiftSeconds);
        one.cue.endTime = Math.max(0, one.endTime + shiftSeconds);
        if (!one.isLaid && isWanted) track.addCue(one.cue);
        one.isLaid = isWanted;
      }
    },
  };
}
