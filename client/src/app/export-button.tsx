import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { useOpenDialog } from './open-dialog.ts';

/** Opens the export of what is selected, or of all that match. */
export function ExportButton({ scope }: { scope: 'selected' | 'matching' }) {
  const open = useOpenDialog();
  return (
    <Button
      variant="default"
      size={scope === 'selected' ? 'compact-md' : 'compact-sm'}
      leftSection={<Download size={16} aria-hidden />}
      onClick={() => open(`export-${scope}`)}
    >
      Export…
    </Button>
  );
}
