import '@mantine/core/styles/Tabs.css';
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { sessionMessages } from './session-messages.ts';
import styles from './session-tabs.module.css';

/** The session's two panels as tabs: arrow keys move between them, Tab goes into the shown one. */
export function SessionTabs({ files, info }: { files: ReactNode; info: ReactNode }) {
  return (
    <Tabs defaultValue="files" keepMounted classNames={{ tab: styles.tab ?? '' }}>
      <Tabs.List aria-label={sessionMessages.details}>
        <Tabs.Tab value="files">{sessionMessages.files}</Tabs.Tab>
        <Tabs.Tab value="info">{sessionMessages.info}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="files" pt={8}>
        {files}
      </Tabs.Panel>
      <Tabs.Panel value="info" pt={8}>
        {info}
      </Tabs.Panel>
    </Tabs>
  );
}
