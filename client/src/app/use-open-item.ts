import { useNavigate } from '@tanstack/react-router';
import { hasContent, isPlayable } from '../lib/file-kinds.ts';
import { downloadUrl } from '../lib/media-url.ts';
import type { TreeItem } from '../ui/session-tree/tree-model.ts';
import type { TreeAction } from '../ui/session-tree/use-tree-actions.ts';

/** What Enter and `d` do on a row of recordings: open its page (at that file), download the file. */
export function useOpenItem(): (action: TreeAction, item: TreeItem) => void {
  const navigate = useNavigate();
  return (action, { session, file }) => {
    if (action === 'open') {
      const search = file && isPlayable(file) ? { view: file.id } : {};
      void navigate({ to: '/s/$sessionId', params: { sessionId: session.id }, search });
      return;
    }
    if (action === 'download' && file && hasContent(file)) download(file.id);
  };
}

/** As if a download link had been clicked: whatever the server answers, the page stays. */
function download(fileId: string): void {
  const link = document.createElement('a');
  link.href = downloadUrl(fileId);
  link.download = '';
  link.click();
}
