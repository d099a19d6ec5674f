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
  | { type: 'next-view' };

/** The part of a keyboard event that decides. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const volumeStep = 0.05;

/** The player row of the keyboard map (ui.md U7). */
const commands: ReadonlyMap<string, PlayerCommand> = new Map<string, PlayerCommand>([
  [' ', { type: 'toggle-play' }],
  ['k', { type: 'toggle-play' }],
  ['arrowleft', { type: 'seek-by', seconds: -5 }],
  ['arrowright', { type: 'seek-by', seconds: 5 }],
  ['j', { type: 'seek-by', seconds: -10 }],
  ['l', { type: 'seek-by', seconds: 10 }],
  [',', { type: 'step-frame', direction: -1 }],
  ['.', { type: 'step-frame', direction: 1 }],
  ['arrowup', { type: 'volume-by', fraction: volumeStep }],
  ['arrowdown', { type: 'volume-by', fraction: -volumeStep }],
  ['m', { type: 'toggle-mute' }],
  ['c', { type: 'toggle-captions' }],
  ['f', { type: 'toggle-fullscreen' }],
  ['p', { type: 'toggle-picture-in-picture' }],
  ['<', { type: 'change-speed', direction: -1 }],
  ['>', { type: 'change-speed', direction: 1 }],
  ['v', { type: 'next-view' }],
]);

/** Characters that some keyboard layouts give only with Shift: `<` and `>` on most, digits on French ones. */
const needsShiftSomewhere = /^[<>0-9]$/;

/** The command of a key press, or `null`. Keys held with Ctrl, Alt, Meta or (but for its own characters) Shift belong to others. */
export function toPlayerCommand(press: KeyPress): PlayerCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.shiftKey && !needsShiftSomewhere.test(press.key)) return null;
  if (/^[0-9]$/.test(press.key)) return { type: 'seek-to', fraction: Number(press.key) / 10 };
  return commands.get(press.key.toLowerCase()) ?? null;
}
