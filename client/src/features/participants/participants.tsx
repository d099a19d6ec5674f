import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Switch } from '@mantine/core';
import { AudioLines, Ear, Mic, MicOff, Video } from 'lucide-react';
import { useState } from 'react';
import type { SessionClock } from '../../lib/session-clock/session-clock.ts';
import type { Sound } from '../../lib/sound.ts';
import { everybody, isHeard, type Mix, toggleAlone, toggleMuted } from './mix.ts';
import styles from './participants.module.css';
import { participantsMessages as messages } from './participants-messages.ts';
import type { Person } from './person.ts';
import { useVoices } from './use-voices.ts';

interface ParticipantsProps {
  people: readonly Person[];
  clock: SessionClock;
  sound: Sound;
  /** The lane in the player, if it is one of theirs. */
  current: string | null;
  onPick: (laneName: string) => void;
}

/** Who took part and was recorded alone: to be seen or heard alone, or all voices together, each with its own switches. */
export function Participants({ people, clock, sound, current, onPick }: ParticipantsProps) {
  const [isOn, setOn] = useState(false);
  const [mix, setMix] = useState(everybody);
  useVoices({ people, clock, sound, mix, isOn });
  if (people.length === 0) return null;
  const hasVoices = people.some(({ voice }) => voice.length > 0);
  return (
    <section className={styles.section} aria-labelledby="participants-heading">
      <div className={styles.bar}>
        <h2 id="participants-heading" className={styles.heading}>
          {messages.participants}
        </h2>
        {hasVoices && (
          <Switch
            label={messages.voices}
            title={messages.voicesMean}
            checked={isOn}
            onChange={(event) => setOn(event.currentTarget.checked)}
          />
        )}
      </div>
      <ul className={styles.list}>
        {people.map((person) => (
          <li key={person.key} className={styles.person} data-unheard={isOn && !isHeard(mix, person.key)}>
            <span className={styles.name}>
              <bdi>{person.name}</bdi>
            </span>
            <LaneButtons person={person} current={current} onPick={onPick} />
            {isOn && person.voice.length > 0 && <VoiceButtons person={person} mix={mix} onMix={setMix} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LaneButtonsProps extends Pick<ParticipantsProps, 'current' | 'onPick'> {
  person: Person;
}

function LaneButtons({ person, current, onPick }: LaneButtonsProps) {
  return person.lanes.map(({ name, label, kind, canPlay }) => (
    <button
      key={name}
      type="button"
      className={styles.button}
      aria-pressed={name === current}
      aria-label={`${messages.show} ${label}`}
      title={canPlay ? `${messages.show} ${label}` : messages.notNow}
      onClick={() => onPick(name)}
    >
      {kind === 'video' ? <Video aria-hidden size={16} /> : <AudioLines aria-hidden size={16} />}
      {kind === 'video' ? messages.video : messages.audio}
    </button>
  ));
}

interface VoiceButtonsProps {
  person: Person;
  mix: Mix;
  onMix: (mix: Mix) => void;
}

function VoiceButtons({ person: { key, name }, mix, onMix }: VoiceButtonsProps) {
  const isMuted = mix.muted.has(key);
  const Microphone = isMuted ? MicOff : Mic;
  return (
    <span className={styles.voice}>
      <button
        type="button"
        className={styles.button}
        aria-pressed={isMuted}
        aria-label={`${messages.mute} ${name}`}
        onClick={() => onMix(toggleMuted(mix, key))}
      >
        <Microphone aria-hidden size={16} />
        {messages.mute}
      </button>
      <button
        type="button"
        className={styles.button}
        aria-pressed={mix.alone.has(key)}
        aria-label={`${messages.alone} ${name}`}
        title={messages.aloneMeans}
        onClick={() => onMix(toggleAlone(mix, key))}
      >
        <Ear aria-hidden size={16} />
        {messages.alone}
      </button>
    </span>
  );
}
