/** What a key asks of the player. Seconds and fractions, so that the one who carries it out knows no keys. */
export type PlayerCommand =
  | { type: 'toggle-play' }
  | { type: 'seek-by'; seconds: number }
  | { type: 'step-frame'; direction: 1 | -1 }
  | { type: 'seek-to'; fraction: number }
  | { type: 'volume-by'; fraction: number }
  | { type: 'toggle-mute' }
  | { type: 'toggle-captions' }
  | { type: 'toggle-fullscreen' }
  | { type: 'toggle-picture-in-picture' }
  | { type: 'change-speed'; direction: 1 | -1 }
  | { type: 'next-view' }
  | { type: 'go-to-transcript' };

/** The part of a keyboard event that decides. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const volumeStep = 0.05;

/** The player's keys (ui.md U7): what is listened to and what the help lists. Several keys of one row do the same. */
export const playerKeys: readonly { keys: readonly string[]; words: string; command: PlayerCommand }[] = [
  { keys: ['Space', 'k'], words: 'Play or pause', command: { type: 'toggle-play' } },
  { keys: ['ArrowLeft'], words: '5 seconds back', command: { type: 'seek-by', seconds: -5 } },
  { keys: ['ArrowRight'], words: '5 seconds on', command: { type: 'seek-by', seconds: 5 } },
  { keys: ['j'], words: '10 seconds back', command: { type: 'seek-by', seconds: -10 } },
  { keys: ['l'], words: '10 seconds on', command: { type: 'seek-by', seconds: 10 } },
  { keys: [','], words: 'One picture back', command: { type: 'step-frame', direction: -1 } },
  { keys: ['.'], words: 'One picture on', command: { type: 'step-frame', direction: 1 } },
  { keys: ['ArrowUp'], words: 'Louder', command: { type: 'volume-by', fraction: volumeStep } },
  { keys: ['ArrowDown'], words: 'Quieter', command: { type: 'volume-by', fraction: -volumeStep } },
  { keys: ['m'], words: 'Sound on or off', command: { type: 'toggle-mute' } },
  { keys: ['c'], words: 'Captions on or off', command: { type: 'toggle-captions' } },
  { keys: ['f'], words: 'Full screen', command: { type: 'toggle-fullscreen' } },
  { keys: ['p'], words: 'Picture in picture', command: { type: 'toggle-picture-in-picture' } },
  { keys: ['<'], words: 'Slower', command: { type: 'change-speed', direction: -1 } },
  { keys: ['>'], words: 'Faster', command: { type: 'change-speed', direction: 1 } },
  { keys: ['v'], words: 'Next view', command: { type: 'next-view' } },
  { keys: ['t'], words: 'To the transcript', command: { type: 'go-to-transcript' } },
  ...Array.from({ length: 10 }, (_, tenth) => ({
    keys: [String(tenth)],
    words: tenth === 0 ? 'To the beginning' : `To ${tenth * 10} %`,
    command: { type: 'seek-to', fraction: tenth / 10 } as const,
  })),
];

const commands: ReadonlyMap<string, PlayerCommand> = new Map(
  playerKeys.flatMap(({ keys, command }) => keys.map((key) => [key.toLowerCase(), command])),
);

/** Characters that some keyboard layouts give only with Shift: `<` and `>` on most, digits on French ones. */
const needsShiftSomewhere = /^[<>0-9]$/;

/** The command of a key press, or `null`. Keys held with Ctrl, Alt, Meta or (but for its own characters) Shift belong to others. */
export function toPlayerCommand(press: KeyPress): PlayerCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.shiftKey && !needsShiftSomewhere.test(press.key)) return null;
  return commands.get(press.key === ' ' ? 'space' : press.key.toLowerCase()) ?? null;
}
