import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../lib/use-shortcuts.ts';
import type { DialogName } from './open-dialog.ts';

// Each is fetched when it is first opened.
const Help = lazy(async () => ({ default: (await import('./help.tsx')).Help }));
const CommandPalette = lazy(async () => ({
  default: (await import('./command-palette.tsx')).CommandPalette,
}));
const ExportDialog = lazy(async () => ({
  default: (await import('../features/export/export-dialog.tsx')).ExportDialog,
}));

/** Which layer is open. Closing gives the focus back to where it was before the first of them. */
export function useDialogs() {
  const [name, setName] = useState<DialogName | null>(null);
  const opener = useRef<Element | null>(null);
  const isOpen = useRef(false);

  const open = useCallback((next: DialogName) => {
    // One layer that opens another hands on where the focus was.
    opener.current ??= findOpener(document.activeElement);
    setName(next);
  }, []);
  const close = useCallback(() => setName(null), []);

  useEffect(() => {
    if (name === null && isOpen.current) {
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
      opener.current = null;
    }
    isOpen.current = name !== null;
  }, [name]);

  useShortcuts({ 'mod+k': () => open('palette'), '?': () => open('help') });
  return { name, open, close };
}

/** An item of a menu is gone when the layer closes; the menu's button, which names it, is not. */
function findOpener(focused: Element | null): Element | null {
  const menu = focused?.closest('[role="menu"]');
  return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : focused;
}

/** The open layer, if one is. */
export function Dialogs({ name, onClose }: { name: DialogName | null; onClose: () => void }) {
  return (
    <Suspense>
      {name === 'help' && <Help onClose={onClose} />}
      {name === 'palette' && <CommandPalette onClose={onClose} />}
      {name === 'export-selected' && <ExportDialog scope="selected" onClose={onClose} />}
      {name === 'export-matching' && <ExportDialog scope="matching" onClose={onClose} />}
    </Suspense>
  );
}
