import type { VoiceSegment } from './voice-track.ts';

/** Somebody who took part, with what was recorded of them alone. */
export interface Person {
  key: string;
  name: string;
  /** The names of the lanes that show or sound them alone, `?view=…`. */
  lanes: readonly { name: string; label: string; kind: 'video' | 'audio'; canPlay: boolean }[];
  /** Their own sound on the session's clock; empty where there is none that can be played. */
  voice: readonly VoiceSegment[];
}
