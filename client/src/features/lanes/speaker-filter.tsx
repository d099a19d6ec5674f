import { Button, Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { formatCount } from '../../lib/format.ts';
import { personColour } from '../../ui/person-colour.ts';
import { laneMessages } from './lane-messages.ts';
import { countSpeakers } from './people.ts';
import type { SessionLine } from './session-line.ts';
import styles from './speaker-filter.module.css';

/** Whose lines are shown; null is everybody's. */
export type Chosen = ReadonlySet<string | null> | null;

interface SpeakerFilterProps {
  lines: readonly SessionLine[];
  people: ReadonlyMap<string, number>;
  chosen: Chosen;
  onChosen: (chosen: Chosen) => void;
}

/** The lines of those who are chosen; all of them when nobody is. */
export function filterSpeakers(lines: readonly SessionLine[], chosen: Chosen): readonly SessionLine[] {
  return chosen === null ? lines : lines.filter(({ speaker }) => chosen.has(speaker));
}

/** Shows the lines of some people alone. With one person there is nothing to choose. */
export function SpeakerFilter({ lines, people, chosen, onChosen }: SpeakerFilterProps) {
  const speakers = countSpeakers(lines);
  if (speakers.length < 2) return null;
  const toggle = (speaker: string | null) => {
    const next = new Set(chosen);
    if (!next.delete(speaker)) next.add(speaker);
    onChosen(next.size === 0 ? null : next);
  };
  return (
    <Menu position="bottom-start" shadow="md" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-md"
          className={styles.button ?? ''}
          data-active={chosen !== null || undefined}
          rightSection={<ChevronDown size={16} aria-hidden />}
        >
          <bdi>{chosenWords(chosen, speakers.length)}</bdi>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu ?? ''}>
        {speakers.map(({ speaker, count }) => (
          <Menu.CheckboxItem
            // Stays open: several may be chosen one after the other.
            closeMenuOnClick={false}
            key={speaker ?? ''}
            checked={chosen?.has(speaker) ?? false}
            onChange={() => toggle(speaker)}
            rightSection={<span className={styles.lines}>{formatCount(count)}</span>}
          >
            <span className={styles.name} style={personColour(people.get(speaker ?? ''))}>
              <bdi>{speaker ?? laneMessages.unnamed}</bdi>
            </span>
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onChosen(null)} disabled={chosen === null}>
          {laneMessages.allSpeakers}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function chosenWords(chosen: Chosen, all: number): string {
  if (chosen === null) return laneMessages.allSpeakers;
  const [only] = chosen;
  return chosen.size === 1 ? (only ?? laneMessages.unnamed) : `${chosen.size} of ${all} speakers`;
}
