import { Check, Link } from 'lucide-react';
import { useState } from 'react';
import { formatStamp } from '../../lib/clock-time.ts';
import { laneMessages } from './lane-messages.ts';
import styles from './lines.module.css';

interface CopyLinkButtonProps {
  seconds: number;
  toLink: (seconds: number) => string;
  tabIndex: number;
}

/** Puts the address of a second on the clipboard and says so; says nothing where the browser forbids it. */
export function CopyLinkButton({ seconds, toLink, tabIndex }: CopyLinkButtonProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(toLink(seconds));
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  const name = `${laneMessages.copyLink} ${formatStamp(seconds)}`;
  return (
    <button
      type="button"
      className={styles.copy}
      tabIndex={tabIndex}
      aria-label={isCopied ? laneMessages.linkCopied : name}
      title={isCopied ? laneMessages.linkCopied : name}
      onClick={() => void copy()}
      onBlur={() => setCopied(false)}
    >
      {isCopied ? <Check aria-hidden size={16} /> : <Link aria-hidden size={16} />}
    </button>
  );
}
