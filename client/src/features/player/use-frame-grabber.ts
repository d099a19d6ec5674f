import { useEffect, useState } from 'react';
import { createFrameGrabber, type FrameGrabber } from './frame-grabber.ts';

/** A grabber from the first time that one is wanted, so that nobody pays for pictures they never asked for. */
export function useFrameGrabber(isWanted: boolean): FrameGrabber | null {
  const [wasWanted, setWasWanted] = useState(false);
  const [grabber, setGrabber] = useState<FrameGrabber | null>(null);
  if (isWanted && !wasWanted) setWasWanted(true);
  useEffect(() => {
    if (!wasWanted) return;
    const made = createFrameGrabber();
    setGrabber(made);
    return made.dispose;
  }, [wasWanted]);
  return grabber;
}
