import { Button } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { messages, sentenceOf } from '../lib/messages.ts';
import { toProblem } from '../lib/problem-error.ts';
import { CopyButton } from './copy-button.tsx';
import { Countdown } from './countdown.tsx';
import styles from './problem-notice.module.css';

interface ProblemNoticeProps {
  error: unknown;
  /**
   * Offered as "Try again" whatever the failure: a person may have mended its cause meanwhile. Where Zoom said how
   * long to wait, it is done by itself after that.
   */
  onRetry?: () => void;
  /** A way on, e.g. a link back to the list. */
  children?: ReactNode;
}

/** A failure in the place of what it kept from us: what happened, what it means, one action, the rest folded away. */
export function ProblemNotice({ error, onRetry, children }: ProblemNoticeProps) {
  const problem = toProblem(error);
  const sentence = sentenceOf(problem);
  const facts = [problem.type, problem.status || null, problem.title, problem.detail, problem.instance];
  const details = facts.filter(Boolean).join(' · ');
  return (
    <section className={styles.notice} role="alert" aria-label={sentence}>
      <CircleAlert className={styles.icon} aria-hidden size={20} />
      <div className={styles.body}>
        <p className={styles.sentence}>
          {sentence}
          {onRetry && problem.retryAfterSeconds !== undefined && (
            <>
              {' '}
              Continuing in{' '}
              <Countdown key={problem.instance} seconds={problem.retryAfterSeconds} onEnd={onRetry} />.
            </>
          )}
        </p>
        {problem.detail && problem.detail !== sentence && <p className={styles.detail}>{problem.detail}</p>}
        <div className={styles.actions}>
          {onRetry && (
            <Button variant="default" size="xs" onClick={onRetry}>
              {messages.tryAgain}
            </Button>
          )}
          {children}
        </div>
        <details className={styles.details}>
          <summary>{messages.details}</summary>
          <code>{details}</code> <CopyButton text={details} />
        </details>
      </div>
    </section>
  );
}
