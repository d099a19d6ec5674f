import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Paper.css';
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  size?: 'md' | 'wide';
  onClose: () => void;
  children: ReactNode;
}

/** A layer that has to be closed before the page goes on. Whoever opened it gives the focus back (see `useDialogs`). */
export function Dialog({ title, size = 'md', onClose, children }: DialogProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size === 'wide' ? 960 : size}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      classNames={{ title: styles.title ?? '', content: styles.content ?? '' }}
    >
      {children}
    </Modal>
  );
}
