import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './player.module.css';

export interface Choice {
  value: string;
  label: string;
}

interface ControlMenuProps {
  /** The button's name; it must contain what the button shows (WCAG 2.5.3). */
  name: string;
  tooltip: string;
  shortcuts: string;
  choices: readonly Choice[];
  chosen: string;
  onChoose: (value: string) => void;
  onOpenChange: (isOpen: boolean) => void;
  children: ReactNode;
}

/**
 * A button of the control bar with a menu of choices, one of them taken. It is ours, because Media Chrome's rate buttons show one
 * name and bear another, and its captions button has a role and a state that do not go together (muxinc/media-chrome#1192).
 * The menu stays within the player, or it could not be seen in full screen.
 */
export function ControlMenu(props: ControlMenuProps) {
  return (
    // A menu that scrolls must have something in it that Tab reaches (WCAG 2.1.1).
    <Menu
      position="top-end"
      withinPortal={false}
      onChange={props.onOpenChange}
      returnFocus
      menuItemTabIndex={0}
    >
      <Menu.Target>
        <button
          type="button"
          className={styles.button}
          aria-label={props.name}
          aria-keyshortcuts={props.shortcuts}
          title={props.tooltip}
        >
          {props.children}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        <Menu.RadioGroup value={props.chosen} onChange={props.onChoose}>
          {props.choices.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
