import { Captions, CaptionsOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ControlMenu } from './control-menu.tsx';
import styles from './player.module.css';
import { playerMessages } from './player-messages.ts';
import type { CaptionSource } from './player-source.ts';
import { showTrack } from './text-tracks.ts';

interface CaptionsMenuProps {
  media: HTMLVideoElement | null;
  captions: readonly CaptionSource[];
  onOpenChange: (isOpen: boolean) => void;
}

const off = '-1';

/** Which captions lie over the picture; where the recording has none, a button that can be asked why it does nothing. */
export function CaptionsMenu({ media, captions, onOpenChange }: CaptionsMenuProps) {
  const shown = useShownTrack(media);
  if (captions.length === 0) {
    return (
      <button
        type="button"
        className={styles.button}
        aria-disabled="true"
        aria-label={playerMessages.noCaptions}
        title={playerMessages.noCaptions}
      >
        <CaptionsOff aria-hidden size={20} />
      </button>
    );
  }
  const choices = captions.map(({ label }, index) => ({ value: String(index), label }));
  return (
    <ControlMenu
      name={shown === -1 ? playerMessages.captionsOff : playerMessages.captionsOn}
      tooltip={playerMessages.captionsTooltip}
      shortcuts="C"
      choices={[{ value: off, label: playerMessages.off }, ...choices]}
      chosen={String(shown)}
      onChoose={(chosen) => media && showTrack(media, Number(chosen))}
      onOpenChange={onOpenChange}
    >
      <Captions aria-hidden size={20} className={shown === -1 ? styles.dim : styles.lit} />
    </ControlMenu>
  );
}

/** The index of the shown text track, -1 for none. */
function useShownTrack(media: HTMLVideoElement | null): number {
  const [shown, setShown] = useState(-1);
  useEffect(() => {
    if (media === null) return;
    const tracks = media.textTracks;
    const read = () => setShown([...tracks].findIndex((track) => track.mode === 'showing'));
    read();
    tracks.addEventListener('change', read);
    return () => tracks.removeEventListener('change', read);
  }, [media]);
  return shown;
}
