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
  | { type: 'download' };

/** What a key means on the active row (APG treegrid, ui.md U7); undefined where the key is none of ours. */
export function toTreeCommand(
  key: { key: string; shiftKey: boolean },
  at: ActiveRow,
): TreeCommand | undefined {
  if (key.shiftKey) return key.key === 'Enter' ? toggle(at) : undefined;
  switch (key.key) {
    case 'ArrowDown':
    case 'j':
      return moveTo(at.row + 1, at);
    case 'ArrowUp':
    case 'k':
      return moveTo(at.row - 1, at);
    case 'PageDown':
      return moveTo(at.row + at.pageRows, at);
    case 'PageUp':
      return moveTo(at.row - at.pageRows, at);
    case 'Home':
      return moveTo(0, at);
    case 'End':
      return moveTo(at.rowCount - 1, at);
    case 'ArrowRight':
      return intoRow(at);
    case 'ArrowLeft':
      return outOfRow(at);
    case 'Enter':
      return { type: 'open' };
    case 'd':
      return { type: 'download' };
    default:
      return undefined;
  }
}

function moveTo(row: number, at: ActiveRow): TreeCommand {
  return { type: 'move', row: Math.max(0, Math.min(row, at.rowCount - 1)) };
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
