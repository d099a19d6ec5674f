import { useEffect, useEffectEvent, useState } from 'react';

interface CountdownProps {
  seconds: number;
  /** Called once, at the end. */
  onEnd?: (() => void) | undefined;
}

/** `0:42`, counting down by seconds to `0:00`. Give it a new `key` to start it anew. */
export function Countdown({ seconds, onEnd }: CountdownProps) {
  const [left, setLeft] = useState(Math.ceil(seconds));
  const isOver = left <= 0;
  const end = useEffectEvent(() => onEnd?.());
  useEffect(() => {
    if (isOver) {
      end();
      return;
    }
    const timer = setInterval(() => setLeft((before) => before - 1), 1000);
    return () => clearInterval(timer);
  }, [isOver]);
  return <span role="timer">{toClock(Math.max(0, left))}</span>;
}

/** `0:42`, or `1:02:05` from an hour on: a daily limit lasts until midnight UTC. */
function toClock(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = String(seconds % 60).padStart(2, '0');
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`;
}
