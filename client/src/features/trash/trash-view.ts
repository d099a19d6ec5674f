import type { TrashType } from '@matinee/server/contract';
import type { Month } from '../../lib/month.ts';

/** What the address says about the trash, with its defaults filled in. */
export interface TrashView {
  kind: TrashType;
  /** UTC month of the recording's start; empty: any. */
  month: Month | '';
  q: string;
  sort: string;
  /** Sessions whose files are shown. */
  open: string[];
}

/** A change of what is looked at. */
export type TrashChange = Partial<TrashView>;
