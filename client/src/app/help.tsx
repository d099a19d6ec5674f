import { HelpDialog, type KeyRow } from '../features/help/help-dialog.tsx';
import { lineKeys } from '../features/lanes/line-keys.ts';
import { playerKeys } from '../features/player/player-keys.ts';
import { shortcutKeys } from '../lib/shortcut-keys.ts';
import { treeKeys } from '../ui/session-tree/tree-keys.ts';

/** The tables that the handlers listen by, so that the help cannot lie. */
const regions = [
  { title: 'Everywhere', rows: shortcutKeys },
  { title: 'List', rows: treeKeys },
  { title: 'Player', rows: withDigitsTogether(playerKeys) },
  { title: 'Transcript and chat', rows: lineKeys },
];

/** Ten keys that do ten steps of the same are one line to a reader. */
function withDigitsTogether(rows: readonly KeyRow[]): readonly KeyRow[] {
  const isDigit = ({ keys }: KeyRow): boolean => keys.every((key) => /^\d$/.test(key));
  if (rows.filter(isDigit).length < 10) return rows;
  const together = {
    keys: ['0', '9'],
    isRange: true,
    words: 'To the beginning, to 10\u00a0%, … to 90\u00a0%',
  };
  return [...rows.filter((row) => !isDigit(row)), together];
}

/** Every key of the app. */
export function Help({ onClose }: { onClose: () => void }) {
  return <HelpDialog regions={regions} onClose={onClose} />;
}
