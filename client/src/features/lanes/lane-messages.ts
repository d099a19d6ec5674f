/** The words of the lanes beside the picture (ui.md U3, U8). */
export const laneMessages = {
  transcript: 'Transcript',
  captions: 'Captions',
  chat: 'Chat',
  timeline: 'Timeline',
  opening: 'Opening…',
  download: 'Download',
  follow: 'Follow playback',
  previous: 'Previous match',
  next: 'Next match',
  clear: 'Clear search',
  noMatch: 'No match',
  allSpeakers: 'All speakers',
  unnamed: 'No name',
  show: 'Show',
  all: 'All',
  upToNow: 'Up to now',
  source: 'Words from',
  copyLink: 'Copy link to',
  linkCopied: 'Link copied',
  nothingYet: 'Nobody has written anything yet at this point.',
  nobodyLeft: 'Nobody who is shown says anything here.',
} as const;

/** What is said of a lane's file by its kind. */
export const fileSentences = {
  transcript: {
    none: 'This session has no transcript.',
    empty: 'The transcript is empty.',
    processing: 'Zoom is still processing the transcript.',
    gone: 'The transcript is in the trash.',
    damaged: 'The transcript file is damaged. You can still download it.',
  },
  captions: {
    none: 'This session has no captions.',
    empty: 'The captions are empty.',
    processing: 'Zoom is still processing the captions.',
    gone: 'The captions are in the trash.',
    damaged: 'The captions file is damaged. You can still download it.',
  },
  chat: {
    none: 'This session has no chat.',
    empty: 'The chat is empty.',
    processing: 'Zoom is still processing the chat.',
    gone: 'The chat is in the trash.',
    damaged: 'The chat file is damaged. You can still download it.',
  },
  timeline: {
    none: 'This session has no timeline.',
    empty: 'The timeline is empty.',
    processing: 'Zoom is still processing the timeline.',
    gone: 'The timeline is in the trash.',
    damaged: 'The timeline file is damaged. You can still download it.',
  },
} as const;
