import { CircleAlert, CircleCheck, CircleDashed, RefreshCw, TriangleAlert } from 'lucide-react';
import type { MonthState } from './month-words.ts';

const icons = {
  complete: CircleCheck,
  syncing: RefreshCw,
  partial: TriangleAlert,
  failed: CircleAlert,
  unread: CircleDashed,
} as const;

/** The sign of a month's state, for the eye alone: words stand beside it. */
export function StateIcon({ state, size }: { state: MonthState; size: number }) {
  const Icon = icons[state];
  return <Icon size={size} aria-hidden data-state={state} />;
}
