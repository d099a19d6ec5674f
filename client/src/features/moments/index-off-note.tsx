import { CloseButton } from '@mantine/core';
import { indexOffSetting } from '../../lib/settings.ts';
import { useSetting } from '../../lib/use-setting.ts';
import styles from './moments.module.css';
import { momentMessages } from './moments-messages.ts';

/** That a search looks through names alone, and who can change that: one line, until the reader has taken note of it. */
export function IndexOffNote() {
  const isTold = useSetting(indexOffSetting) === 'told';
  if (isTold) return null;
  return (
    <p className={styles.offNote}>
      <span>
        {momentMessages.off} {momentMessages.offMeans}
      </span>
      <CloseButton
        size={24}
        aria-label={momentMessages.understood}
        title={momentMessages.understood}
        onClick={() => indexOffSetting.keep('told')}
      />
    </p>
  );
}
