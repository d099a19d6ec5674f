/** The player's words (ui.md U3, U8). */
export const playerMessages = {
  preparing: 'Preparing video…',
  noCaptions: 'This recording has no captions',
  unsupported: 'Your browser cannot play this file.',
  broken: 'Could not reopen this file from Zoom.',
  download: 'Download it',
  tryAgain: 'Try again',
  speed: 'Speed',
  captionsOff: 'Captions, off',
  captionsOn: 'Captions, on',
  captionsTooltip: 'Captions (c)',
  off: 'Off',
} as const;
