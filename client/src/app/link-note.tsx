import { CloseButton } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { messages } from '../lib/messages.ts';
import styles from './link-note.module.css';
import { hasMisreadField } from './search-params.ts';

/**
 * One quiet line when the page was opened by a link that said something no field understood. The router has
 * mended the address before anything is drawn, so what the link said is read from the browser's own record of it.
 */
export function LinkNote() {
  const { pathname } = useLocation();
  const [openedBy] = useState(() => openingAddress());
  const [isDismissed, setIsDismissed] = useState(false);
  const [firstPath] = useState(pathname);
  if (isDismissed || pathname !== firstPath || !openedBy || !hasMisreadField(openedBy)) return null;
  return (
    <p role="status" className={styles.note}>
      {messages.linkNotUnderstood}
      <CloseButton size={24} aria-label="Dismiss this note" onClick={() => setIsDismissed(true)} />
    </p>
  );
}

/** The address that this document was loaded from. */
function openingAddress(): URL | undefined {
  const [entry] = performance.getEntriesByType('navigation');
  return entry && URL.canParse(entry.name) ? new URL(entry.name) : undefined;
}
