import type { ViewLane } from '../../features/session/view-lanes.ts';
import type { View } from '../../features/session/views.ts';
import { locate } from '../../lib/session-clock/segments.ts';
import type { SessionClock } from '../../lib/session-clock/session-clock.ts';
import { useClock } from '../../lib/session-clock/use-clock.ts';

/** The file of the view that holds the clock's second; its first where none can be played. */
export function useCurrentFile(clock: SessionClock, view: ViewLane | null): View | null {
  const segments = view?.segments ?? [];
  const fileId = useClock(
    clock,
    ({ sessionSeconds }) => locate(segments, sessionSeconds)?.segment.fileId ?? null,
  );
  if (!view) return null;
  const file = view.files.find(({ id }) => id === fileId) ?? view.file;
  return { name: view.name, label: view.label, file };
}
