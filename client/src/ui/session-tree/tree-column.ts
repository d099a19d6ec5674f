import type { RecordingFile, Session } from '@matinee/server/contract';
import type { ReactNode } from 'react';

/** What a cell is told of its row: only the active row's links and buttons are in the tab order. */
export interface CellContext {
  tabIndex: 0 | -1;
  isExpanded: boolean;
}

/** One column: how it is named, sorted, and drawn on a session's row and on a file's. */
export interface TreeColumn {
  id: string;
  header: string;
  /** Said to assistive technology alone, where the column needs no words for the eye. */
  isHeaderHidden?: boolean;
  /** Name in `sort`; left out, the column cannot be sorted. */
  sortField?: string;
  isNumeric?: boolean;
  renderSession: (session: Session, context: CellContext) => ReactNode;
  renderFile: (file: RecordingFile, context: CellContext, session: Session) => ReactNode;
}
