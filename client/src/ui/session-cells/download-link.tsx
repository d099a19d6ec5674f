import { Download } from 'lucide-react';
import { downloadUrl } from '../../lib/media-url.ts';
import styles from './actions.module.css';

interface DownloadLinkProps {
  fileId: string;
  name: string;
  tabIndex: 0 | -1;
}

/** Downloads a file under the readable name that the server gives it. */
export function DownloadLink({ fileId, name, tabIndex }: DownloadLinkProps) {
  return (
    <a
      href={downloadUrl(fileId)}
      download
      tabIndex={tabIndex}
      className={styles.action}
      aria-label={`Download ${name}`}
      title="Download"
      data-download
    >
      <Download size={16} aria-hidden />
    </a>
  );
}
