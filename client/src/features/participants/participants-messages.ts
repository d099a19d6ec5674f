/** The words of the participants' list. */
export const participantsMessages = {
  participants: 'Participants',
  voices: 'Voices one by one',
  voicesMean: 'Hear the recordings of single voices in place of the mixed sound',
  show: 'Play',
  video: 'Video',
  audio: 'Audio',
  notNow: 'This file cannot be played now',
  mute: 'Mute',
  alone: 'Solo',
  aloneMeans: 'Hear only this voice, and others that are on solo',
} as const;
