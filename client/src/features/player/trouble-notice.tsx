import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import type { MediaTrouble } from './media-trouble.ts';
import { playerMessages } from './player-messages.ts';
import styles from './trouble-notice.module.css';

interface TroubleNoticeProps {
  trouble: MediaTrouble;
  downloadSrc: string;
  onRetry: () => void;
}

/** In the picture's place: why it is not there, and the one thing to do about it. */
export function TroubleNotice({ trouble, downloadSrc, onRetry }: TroubleNoticeProps) {
  if (trouble.kind === 'refused') {
    return (
      <div className={styles.trouble} data-trouble="">
        <ProblemNotice error={trouble.error} onRetry={onRetry} />
      </div>
    );
  }
  const isUnsupported = trouble.kind === 'unsupported';
  return (
    <div className={styles.trouble} data-trouble="" role="alert">
      <p className={styles.sentence}>{isUnsupported ? playerMessages.unsupported : playerMessages.broken}</p>
      <div className={styles.actions}>
        {isUnsupported && (
          <Button component="a" href={downloadSrc} download leftSection={<Download aria-hidden size={16} />}>
            {playerMessages.download}
          </Button>
        )}
        <Button variant="default" onClick={onRetry}>
          {playerMessages.tryAgain}
        </Button>
      </div>
    </div>
  );
}
