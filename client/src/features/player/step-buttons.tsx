import { RotateCcw, RotateCw, StepBack, StepForward } from 'lucide-react';
import styles from './player.module.css';
import type { PlayerCommand } from './player-keys.ts';
import { playerMessages } from './player-messages.ts';

const { back, on, frameBack, frameOn } = playerMessages;

const steps = [
  { name: back, keys: 'J', Icon: RotateCcw, command: { type: 'seek-by', seconds: -10 }, place: 'roomy' },
  { name: on, keys: 'L', Icon: RotateCw, command: { type: 'seek-by', seconds: 10 }, place: 'roomy' },
  {
    name: frameBack,
    keys: ',',
    Icon: StepBack,
    command: { type: 'step-frame', direction: -1 },
    place: 'wide',
  },
  {
    name: frameOn,
    keys: '.',
    Icon: StepForward,
    command: { type: 'step-frame', direction: 1 },
    place: 'wide',
  },
] as const;

/** The small steps that keys make, for those who point; the narrower the player, the fewer of them. */
export function StepButtons({ onCommand }: { onCommand: (command: PlayerCommand) => void }) {
  return steps.map(({ name, keys, Icon, command, place }) => (
    <button
      key={keys}
      type="button"
      className={`${styles.button} ${styles[place]}`}
      aria-label={name}
      aria-keyshortcuts={keys}
      title={name}
      onClick={() => onCommand(command)}
    >
      <Icon aria-hidden size={18} />
    </button>
  ));
}
