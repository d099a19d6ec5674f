import { useEffect, useEffectEvent, useState } from 'react';
import { findStorage, readPreferences } from '../../lib/player-preferences.ts';
import type { DrivenClock } from '../../lib/session-clock/session-clock.ts';
import { createDeck, type Deck, type Jump } from './deck.ts';
import type { PlayerLane, PlayerSegment } from './player-source.ts';
import { createStandby } from './standby.ts';

interface DeckOptions {
  /** Holds what plays next, over `media`. */
  spare: HTMLVideoElement | null;
  clock: DrivenClock;
  lane: PlayerLane;
  onLength: (fileId: string, seconds: number) => void;
  onJump: (jump: Jump | null) => void;
}

/** Feeds the element: the lane from where the clock stands, every later one from where the viewer is. */
export function useDeck(
  media: HTMLVideoElement | null,
  { spare, clock, lane, ...news }: DeckOptions,
): { deck: Deck | null; segment: PlayerSegment | undefined } {
  const [deck, setDeck] = useState<Deck | null>(null);
  const [fileId, setFileId] = useState<string | null>(null);
  const onLength = useEffectEvent(news.onLength);
  const onJump = useEffectEvent(news.onJump);
  useEffect(() => {
    if (media === null || spare === null) return;
    const standby = createStandby(spare, media);
    const { rate } = readPreferences(findStorage());
    const made = createDeck(media, {
      clock,
      standby,
      rate,
      onSegment: setFileId,
      onLength: (file, seconds) => onLength(file, seconds),
      onJump: (jump) => onJump(jump),
    });
    setDeck(made);
    return made.dispose;
  }, [media, spare, clock]);
  useEffect(() => deck?.show(lane), [deck, lane]);
  return { deck, segment: lane.segments.find((segment) => segment.fileId === fileId) };
}
