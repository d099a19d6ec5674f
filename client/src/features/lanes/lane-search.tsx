import { ActionIcon, CloseButton, TextInput } from '@mantine/core';
import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { laneMessages } from './lane-messages.ts';
import styles from './lane-search.module.css';
import type { LineSearch } from './use-line-search.ts';

interface LaneSearchProps {
  /** `Transcript`: what is searched. */
  label: string;
  query: string;
  onQuery: (query: string) => void;
  search: LineSearch;
  /** Brings the session to the match that is looked at. */
  onSeek: () => void;
}

/** A search within one lane: how many lines match and which is looked at. Up and down go through them, Enter goes there. */
export function LaneSearch({ label, query, onQuery, search, onSeek }: LaneSearchProps) {
  function onKeyDown(event: KeyboardEvent): void {
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]?.();
  }

  const keys: Record<string, () => void> = {
    ArrowDown: () => search.step(1),
    ArrowUp: () => search.step(-1),
    Enter: onSeek,
    Escape: () => onQuery(''),
  };
  return (
    <div className={styles.search}>
      <TextInput
        type="text"
        aria-label={`Search ${label.toLowerCase()}`}
        placeholder={`Search ${label.toLowerCase()}…`}
        className={styles.field ?? ''}
        value={query}
        maxLength={500}
        leftSection={<Search size={16} aria-hidden />}
        rightSection={
          query && <CloseButton size={24} aria-label={laneMessages.clear} onClick={() => onQuery('')} />
        }
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <MatchCount search={search} />
      {search.isOn && <StepButtons search={search} />}
    </div>
  );
}

function MatchCount({ search: { isOn, count, current } }: { search: LineSearch }) {
  return (
    <span role="status" className={styles.count}>
      {isOn && count === 0 && laneMessages.noMatch}
      {isOn && count > 0 && (
        <>
          <span className="visually-hidden">
            Match {current + 1} of {count}
          </span>
          <span aria-hidden>
            {current + 1}/{count}
          </span>
        </>
      )}
    </span>
  );
}

function StepButtons({ search }: { search: LineSearch }) {
  const steps = [
    { by: -1, words: laneMessages.previous, Icon: ChevronUp },
    { by: 1, words: laneMessages.next, Icon: ChevronDown },
  ] as const;
  return (
    <span className={styles.steps}>
      {steps.map(({ by, words, Icon }) => (
        <ActionIcon
          key={by}
          variant="subtle"
          size={28}
          aria-label={words}
          title={words}
          disabled={search.count === 0}
          onClick={() => search.step(by)}
        >
          <Icon aria-hidden size={16} />
        </ActionIcon>
      ))}
    </span>
  );
}
