import { useEffect, useEffectEvent, useState } from 'react';

interface FollowingOptions {
  /** The row that playback is at; -1 before the first. */
  activeRow: number;
  /** The match that is looked at; -1 without one. */
  matchRow: number;
  scrollTo: (row: number) => void;
}

/** Keeps the row in sight that playback is at, until the reader looks elsewhere; a match of a search is brought into sight at once. */
export function useFollowing({ activeRow, matchRow, scrollTo }: FollowingOptions) {
  const [isOn, setOn] = useState(true);
  const show = useEffectEvent(scrollTo);
  const leave = useEffectEvent((row: number) => row !== activeRow && setOn(false));
  useEffect(() => {
    if (isOn && activeRow >= 0) show(activeRow);
  }, [isOn, activeRow]);
  // After the other: with both at once, the match is what somebody asked for.
  useEffect(() => {
    if (matchRow < 0) return;
    leave(matchRow);
    show(matchRow);
  }, [matchRow]);
  return { isOn, start: () => setOn(true), stop: () => setOn(false) };
}
