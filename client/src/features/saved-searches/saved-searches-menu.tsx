import { Button } from '@mantine/core';
import { Bookmark, ChevronDown } from 'lucide-react';
import { lazy, useState } from 'react';
import { PanelPopover } from '../../ui/panel-popover.tsx';

// The panel is needed only by those who open it.
const SavedSearchesPanel = lazy(async () => ({
  default: (await import('./saved-searches-panel.tsx')).SavedSearchesPanel,
}));

interface SavedSearchesMenuProps {
  /** The list on screen as an address, `month=all&q=budget`; empty when nothing is asked of it. */
  search: string;
  /** A name to begin with. */
  suggestion: string;
  onOpen: (search: string) => void;
}

/** The way to searches kept on the server, and to keep the one on screen. */
export function SavedSearchesMenu({ search, suggestion, onOpen }: SavedSearchesMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <PanelPopover
      isOpen={isOpen}
      onOpen={setIsOpen}
      title="Saved searches"
      target={
        <Button
          variant="default"
          size="compact-md"
          leftSection={<Bookmark size={16} aria-hidden />}
          rightSection={<ChevronDown size={16} aria-hidden />}
          onClick={() => setIsOpen((before) => !before)}
        >
          Saved searches
        </Button>
      }
    >
      <SavedSearchesPanel
        search={search}
        suggestion={suggestion}
        onOpen={(chosen) => {
          setIsOpen(false);
          onOpen(chosen);
        }}
      />
    </PanelPopover>
  );
}
