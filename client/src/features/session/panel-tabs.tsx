import '@mantine/core/styles/Tabs.css';
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './panel-tabs.module.css';
import { sessionMessages } from './session-messages.ts';

/** One panel beside the picture. */
export interface SessionPanel<T extends string> {
  name: T;
  words: string;
  /** Whether it fills the panel's height and scrolls within, or is as long as it is. */
  isFilling: boolean;
  body: ReactNode;
}

interface PanelTabsProps<T extends string> {
  panels: readonly SessionPanel<T>[];
  shown: T;
  onShow: (name: T) => void;
}

/** The session's panels as tabs: arrow keys move between them, Tab goes into the shown one. Only that one is drawn. */
export function PanelTabs<T extends string>({ panels, shown, onShow }: PanelTabsProps<T>) {
  const show = (name: string | null) => {
    const panel = panels.find((candidate) => candidate.name === name);
    if (panel) onShow(panel.name);
  };
  return (
    <Tabs
      value={shown}
      onChange={show}
      keepMounted={false}
      classNames={{ root: styles.tabs ?? '', tab: styles.tab ?? '' }}
    >
      <Tabs.List aria-label={sessionMessages.details} className={styles.list ?? ''}>
        {panels.map(({ name, words }) => (
          <Tabs.Tab key={name} value={name}>
            {words}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {panels.map(({ name, isFilling, body }) => (
        <Tabs.Panel
          key={name}
          value={name}
          className={styles.panel ?? ''}
          data-filling={(isFilling && name === shown) || undefined}
        >
          {body}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
