import { createContext, useContext } from 'react';
import type { Subject } from './subject.ts';

/** Where changes are asked for. Each returns at once; what becomes of it is told by a toast and in Activity. */
export interface ChangeDesk {
  /** False when the owner has not turned changes on: nothing may then offer itself. */
  isAllowed: boolean;
  /** To the trash; asks first when it is much. */
  trash(subject: Subject): void;
  restore(subject: Subject): void;
  /** For good, after a preview and typed words. */
  remove(subject: Subject): void;
  /** Shows Activity, at a change when one is named. */
  showActivity(changeId?: string): void;
}

const closed: ChangeDesk = {
  isAllowed: false,
  trash: () => {},
  restore: () => {},
  remove: () => {},
  showActivity: () => {},
};

/** The app provides the desk; without one nothing can be changed. */
export const ChangeDeskContext = createContext<ChangeDesk>(closed);

/** The desk of changes. */
export function useChangeDesk(): ChangeDesk {
  return useContext(ChangeDeskContext);
}
