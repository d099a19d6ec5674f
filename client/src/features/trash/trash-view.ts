import type { TrashType } from '@matinee/server/contract';

/** What the address says about the trash, with its defaults filled in. */
export interface TrashView {
  kind: TrashType;
  q: string;
  sort: string;
  /** Sessions whose files are shown. */
  open: string[];
}

/** A change of what is looked at. */
export type TrashChange = Partial<TrashView>;
