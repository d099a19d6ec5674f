/** Where the active row stands and what it can do. `parentRow` is null on a session row. */
export interface ActiveRow {
  row: number;
  rowCount: number;
  /** How many rows PgUp and PgDn move. */
  pageRows: number;
  isExpandable: boolean;
  isExpanded: boolean;
  parentRow: number | null;
}

export type TreeCommand =
  | { type: 'move'; row: number }
  | { type: 'expand' }
  | { type: 'collapse' }
  | { type: 'open' }
  | { type: 'download' }
  | { type: 'trash' }
  | { type: 'restore' }
  | { type: 'delete' }
  | { type: 'select' }
  | { type: 'extend'; row: number }
  | { type: 'select-loaded' };

interface TreeKey {
  /** Names as `keyNameOf` gives them; several of one row do the same. */
  keys: readonly string[];
  words: string;
  toCommand: (at: ActiveRow) => TreeCommand | undefined;
}

/** The keys of a list (APG treegrid, ui.md U7): what is listened to and what the help lists. */
export const treeKeys: readonly TreeKey[] = [
  { keys: ['ArrowDown', 'j'], words: 'Next row', toCommand: (at) => moveTo(at.row + 1, at) },
  { keys: ['ArrowUp', 'k'], words: 'Previous row', toCommand: (at) => moveTo(at.row - 1, at) },
  { keys: ['Home'], words: 'First row', toCommand: (at) => moveTo(0, at) },
  { keys: ['End'], words: 'Last loaded row', toCommand: (at) => moveTo(at.rowCount - 1, at) },
  { keys: ['PageDown'], words: 'A screen down', toCommand: (at) => moveTo(at.row + at.pageRows, at) },
  { keys: ['PageUp'], words: 'A screen up', toCommand: (at) => moveTo(at.row - at.pageRows, at) },
  { keys: ['ArrowRight'], words: 'Show the files, then go to the first', toCommand: intoRow },
  { keys: ['ArrowLeft'], words: 'Go to the session, then hide its files', toCommand: outOfRow },
  { keys: ['Enter'], words: 'Open the player', toCommand: () => ({ type: 'open' }) },
  { keys: ['Shift+Enter'], words: 'Show or hide the files', toCommand: toggle },
  { keys: ['Space', 'x'], words: 'Select or unselect', toCommand: () => ({ type: 'select' }) },
  { keys: ['Shift+ArrowDown'], words: 'Select on downwards', toCommand: (at) => extendTo(at.row + 1, at) },
  { keys: ['Shift+ArrowUp'], words: 'Select on upwards', toCommand: (at) => extendTo(at.row - 1, at) },
  { keys: ['mod+a'], words: 'Select all loaded rows', toCommand: () => ({ type: 'select-loaded' }) },
  { keys: ['d'], words: 'Download the file', toCommand: () => ({ type: 'download' }) },
  { keys: ['Delete'], words: 'Move to trash', toCommand: () => ({ type: 'trash' }) },
  { keys: ['r'], words: 'Restore, in the trash', toCommand: () => ({ type: 'restore' }) },
  { keys: ['Shift+Delete'], words: 'Delete for good, in the trash', toCommand: () => ({ type: 'delete' }) },
];

const byName = new Map(treeKeys.flatMap((row) => row.keys.map((key) => [key, row])));

/** What the key of that name means on the active row; undefined where it is none of ours. */
export function toTreeCommand(name: string, at: ActiveRow): TreeCommand | undefined {
  return byName.get(name)?.toCommand(at);
}

function moveTo(row: number, at: ActiveRow): TreeCommand {
  return { type: 'move', row: inList(row, at) };
}

function extendTo(row: number, at: ActiveRow): TreeCommand {
  return { type: 'extend', row: inList(row, at) };
}

function inList(row: number, at: ActiveRow): number {
  return Math.max(0, Math.min(row, at.rowCount - 1));
}

function toggle(at: ActiveRow): TreeCommand | undefined {
  if (!at.isExpandable) return undefined;
  return { type: at.isExpanded ? 'collapse' : 'expand' };
}

function intoRow(at: ActiveRow): TreeCommand | undefined {
  if (!at.isExpandable) return undefined;
  return at.isExpanded ? moveTo(at.row + 1, at) : { type: 'expand' };
}

function outOfRow(at: ActiveRow): TreeCommand | undefined {
  if (at.parentRow !== null) return moveTo(at.parentRow, at);
  return at.isExpanded ? { type: 'collapse' } : undefined;
}
