import { Button, Menu } from '@mantine/core';
import type { Session } from '@matinee/server/contract';
import { ChevronDown, Download } from 'lucide-react';
import { hasContent } from '../../lib/file-kinds.ts';
import { formatBytes } from '../../lib/format.ts';
import { downloadUrl, zipUrl } from '../../lib/media-url.ts';
import styles from './download-menu.module.css';
import { sumSizes } from './session-facts.ts';
import { sessionMessages } from './session-messages.ts';
import { nameFiles, type View } from './views.ts';

/**
 * What can be saved: the file in the player first, then each other one, then all in one, with its size. Nothing to save, no menu.
 * It stays where it is in the page, within the landmarks.
 */
export function DownloadMenu({ session, current }: { session: Session; current: View | null }) {
  const items = nameFiles(session.files).filter(({ file }) => hasContent(file));
  const own = items.find(({ file }) => file.id === current?.file.id);
  const others = items.filter((item) => item !== own);
  if (items.length === 0) return null;
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<Download aria-hidden size={16} />}
          rightSection={<ChevronDown aria-hidden size={16} />}
        >
          {sessionMessages.download}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {own && (
          <>
            <Menu.Label>{sessionMessages.thisFile}</Menu.Label>
            <DownloadItem item={own} />
          </>
        )}
        {others.length > 0 && (
          <Menu.Label>{own ? sessionMessages.otherFiles : sessionMessages.files}</Menu.Label>
        )}
        {others.map((item) => (
          <DownloadItem key={item.file.id} item={item} />
        ))}
        <Menu.Divider />
        <Menu.Item
          component="a"
          href={zipUrl(session.id)}
          download
          rightSection={<span className={styles.size}>{formatBytes(sumSizes(session))}</span>}
        >
          {sessionMessages.everything}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function DownloadItem({ item }: { item: View }) {
  const size = <span className={styles.size}>{formatBytes(item.file.sizeBytes)}</span>;
  return (
    <Menu.Item component="a" href={downloadUrl(item.file.id)} download rightSection={size}>
      <bdi>{item.label}</bdi>
    </Menu.Item>
  );
}
