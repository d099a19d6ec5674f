import { useEffect, useState } from 'react';
import { ControlMenu } from './control-menu.tsx';
import { playerMessages } from './player-messages.ts';
import { formatSpeed, speeds } from './speeds.ts';

interface SpeedMenuProps {
  media: HTMLVideoElement | null;
  onOpenChange: (isOpen: boolean) => void;
}

const choices = speeds.map((speed) => ({ value: String(speed), label: formatSpeed(speed) }));

/** Shows the speed and changes it. */
export function SpeedMenu({ media, onOpenChange }: SpeedMenuProps) {
  const rate = useRate(media);
  const choose = (chosen: string) => {
    if (media) media.playbackRate = Number(chosen);
  };
  return (
    <ControlMenu
      name={`${playerMessages.speed} ${formatSpeed(rate)}`}
      tooltip={`${playerMessages.speed} (< and >)`}
      shortcuts="< >"
      choices={choices}
      chosen={String(rate)}
      onChoose={choose}
      onOpenChange={onOpenChange}
    >
      {formatSpeed(rate)}
    </ControlMenu>
  );
}

function useRate(media: HTMLVideoElement | null): number {
  const [rate, setRate] = useState(1);
  useEffect(() => {
    if (media === null) return;
    const read = () => setRate(media.playbackRate);
    read();
    media.addEventListener('ratechange', read);
    return () => media.removeEventListener('ratechange', read);
  }, [media]);
  return rate;
}
