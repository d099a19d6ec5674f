import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Paper.css';
import { Modal } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { plural } from '../../lib/format.ts';
import { KeyCaps } from '../../ui/key-caps.tsx';
import { matchScore } from './match.ts';
import styles from './palette.module.css';

/** Something that can be done from anywhere. */
export interface PaletteCommand {
  group: string;
  words: string;
  /** Said beside it; also found by. */
  detail?: string;
  /** Other names that it is found by. */
  alias?: string;
  /** The key that does the same. */
  shortcut?: string;
  run: () => void;
}

interface PaletteProps {
  /** The commands for what was typed, groups together; those that do not match are left out here. */
  commandsFor: (typed: string) => readonly PaletteCommand[];
  onClose: () => void;
}

const maxShown = 60;

/** Type, choose, done: a combobox (APG) over everything that can be done. */
export function Palette({ commandsFor, onClose }: PaletteProps) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const commands = rank(commandsFor(typed), typed);

  function run(command: PaletteCommand | undefined): void {
    if (!command) return;
    onClose();
    command.run();
  }

  function handleKey(event: KeyboardEvent): void {
    const next = toIndex(event.key, { active, count: commands.length });
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next !== undefined) setActive(next);
    else if (!event.nativeEvent.isComposing) run(commands[active]);
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size="lg"
      yOffset="10dvh"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      title="Command palette"
      classNames={{ content: styles.content ?? '', header: styles.header ?? '' }}
    >
      <input
        data-autofocus
        className={styles.input}
        role="combobox"
        aria-label="What to do"
        aria-expanded={commands.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={commands.length > 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Type a command, or a month like 2026-10"
        value={typed}
        maxLength={200}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={handleKey}
      />
      <p role="status" className={commands.length > 0 ? 'visually-hidden' : styles.none}>
        {commands.length > 0 ? plural(commands.length, 'command') : 'Nothing like it.'}
      </p>
      {commands.length > 0 && <CommandList id={id} commands={commands} active={active} onRun={run} />}
    </Modal>
  );
}

interface CommandListProps {
  id: string;
  commands: readonly PaletteCommand[];
  active: number;
  onRun: (command: PaletteCommand) => void;
}

function CommandList({ id, commands, active, onRun }: CommandListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  const groups = [...new Set(commands.map(({ group }) => group))];
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label="Commands"
      className={styles.list}
      tabIndex={-1}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options with this role (APG).
        <div key={group} role="group" aria-label={group}>
          <div className={styles.group} aria-hidden>
            {group}
          </div>
          {commands.map(
            (command, index) =>
              command.group === group && (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus (APG combobox).
                // biome-ignore lint/a11y/useFocusableInteractive: as above.
                <div
                  key={command.words}
                  id={`${id}-${index}`}
                  data-index={index}
                  role="option"
                  aria-selected={index === active}
                  className={styles.option}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onRun(command)}
                >
                  <span className={styles.words}>
                    {command.words}
                    {command.detail && <span className={styles.detail}> {command.detail}</span>}
                  </span>
                  {command.shortcut && ' '}
                  {command.shortcut && <KeyCaps name={command.shortcut} />}
                </div>
              ),
          )}
        </div>
      ))}
    </div>
  );
}

/** Where an arrow leads, round at both ends; undefined for other keys. */
function toIndex(key: string, { active, count }: { active: number; count: number }): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return (active - 1 + count) % count;
  return undefined;
}

/** The commands that are meant, the best of each group first and the group with the best one first. */
function rank(commands: readonly PaletteCommand[], typed: string): PaletteCommand[] {
  const scored = commands.flatMap((command) => {
    const score = matchScore([command.words, command.alias, command.detail].filter(Boolean).join(' '), typed);
    return score === null ? [] : [{ command, score }];
  });
  const best = new Map<string, number>();
  for (const { command, score } of scored) {
    best.set(command.group, Math.max(score, best.get(command.group) ?? 0));
  }
  return scored
    .toSorted(
      (a, b) => (best.get(b.command.group) ?? 0) - (best.get(a.command.group) ?? 0) || sameGroup(a, b),
    )
    .map(({ command }) => command)
    .slice(0, maxShown);
}

function sameGroup(
  a: { command: PaletteCommand; score: number },
  b: { command: PaletteCommand; score: number },
): number {
  return a.command.group === b.command.group ? b.score - a.score : 0;
}
