import { useEffect, useEffectEvent, useRef } from 'react';
import type { SessionClock } from '../../lib/session-clock/session-clock.ts';
import type { Sound } from '../../lib/sound.ts';
import { isHeard, type Mix } from './mix.ts';
import type { Person } from './person.ts';
import { followWith } from './voice-track.ts';

interface VoicesOptions {
  people: readonly Person[];
  clock: SessionClock;
  sound: Sound;
  mix: Mix;
  isOn: boolean;
}

/** Often enough to stay within a few hundredths of a second, and costs nothing to speak of. */
const everyMs = 100;
/** A picture that stands still for so long although it plays waits for its bytes; for less, the machine is busy. */
const stallMs = 400;

/**
 * While it is on, every person's voice sounds by itself, in step with the picture, whose own sound is silent meanwhile. The elements are
 * made when first wanted and taken away with the list. Returns them by person, for whoever wants to look.
 */
export function useVoices({ people, clock, sound, mix, isOn }: VoicesOptions): void {
  const elements = useRef(new Map<string, HTMLAudioElement>());
  const last = useRef({ seconds: Number.NaN, movedAtMs: 0 });
  const follow = useEffectEvent(() => {
    const { isPlaying, rate } = clock.getSnapshot();
    const { volume, isMuted } = sound.getSnapshot();
    const sessionSeconds = clock.now();
    const nowMs = performance.now();
    if (sessionSeconds !== last.current.seconds) last.current = { seconds: sessionSeconds, movedAtMs: nowMs };
    const isMoving = isPlaying && nowMs - last.current.movedAtMs < stallMs;
    for (const person of people) {
      if (person.voice.length === 0) continue;
      const isSilent = isMuted || !isHeard(mix, person.key);
      followWith(elementOf(elements.current, person), person.voice, {
        sessionSeconds,
        isPlaying: isMoving,
        rate,
        volume,
        isSilent,
      });
    }
  });
  useEffect(() => {
    if (!isOn) return;
    const { current } = elements;
    sound.change({ isHandedOver: true });
    follow();
    const timer = setInterval(follow, everyMs);
    return () => {
      clearInterval(timer);
      sound.change({ isHandedOver: false });
      for (const audio of current.values()) release(audio);
      current.clear();
    };
  }, [isOn, sound]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another mix is heard at once, not with the next beat
  useEffect(() => {
    if (isOn) follow();
  }, [isOn, mix]);
}

/** The element is in no page: it is heard, not seen; its name is there for tests and for people with developer tools. */
function elementOf(elements: Map<string, HTMLAudioElement>, { key, name }: Person): HTMLAudioElement {
  const known = elements.get(key);
  if (known) return known;
  const audio = new Audio();
  audio.preload = 'auto';
  audio.title = name;
  elements.set(key, audio);
  return audio;
}

/** A browser goes on loading until the element has no address any more. */
function release(audio: HTMLAudioElement): void {
  audio.pause();
  audio.removeAttribute('src');
  audio.load();
}
