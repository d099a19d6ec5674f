import { HelpDialog } from '../features/help/help-dialog.tsx';
import { playerKeys } from '../features/player/player-keys.ts';
import { shortcutKeys } from '../lib/shortcut-keys.ts';
import { treeKeys } from '../ui/session-tree/tree-keys.ts';

/** The tables that the handlers listen by, so that the help cannot lie. */
const regions = [
  { title: 'Everywhere', rows: shortcutKeys },
  { title: 'List', rows: treeKeys },
  { title: 'Player', rows: playerKeys },
];

/** Every key of the app. */
export function Help({ onClose }: { onClose: () => void }) {
  return <HelpDialog regions={regions} onClose={onClose} />;
}
