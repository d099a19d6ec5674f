import { Loader, Popover } from '@mantine/core';
import { type ReactElement, type ReactNode, Suspense } from 'react';
import styles from './panel-popover.module.css';

interface PanelPopoverProps {
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  /** Heads the panel and takes the focus, also while what is inside is still being fetched. */
  title: string;
  position?: 'bottom-start' | 'bottom-end';
  /** The button that opens it; the panel is named by its words. */
  target: ReactElement;
  children: ReactNode;
}

/** A small panel below a button: keeps the focus inside while it is open, and gives it back. */
export function PanelPopover({
  isOpen,
  onOpen,
  title,
  position = 'bottom-start',
  target,
  children,
}: PanelPopoverProps) {
  return (
    <Popover
      opened={isOpen}
      onChange={onOpen}
      trapFocus
      returnFocus
      position={position}
      shadow="md"
      withinPortal={false}
      // What is being typed or read must not vanish because the page was scrolled.
      hideDetached={false}
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown className={styles.panel ?? ''}>
        <h2 tabIndex={-1} data-autofocus className={styles.title}>
          {title}
        </h2>
        <Suspense fallback={<Loader size="sm" aria-label="Loading" />}>{children}</Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
