import { ActionIcon, Button } from '@mantine/core';
import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { region } from '../../lib/regions.ts';
import { type Toast, toastStore } from './toast-store.ts';
import styles from './toasts.module.css';

const stayMs = { withActions: 20_000, plain: 6000 };

/** The corner where toasts stand. It is there before the first of them, or that one would not be heard. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read);
  return (
    <section aria-label="Notifications" className={styles.corner} {...region}>
      <div role="status" className={styles.stack}>
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const { id, words, tone, actions } = toast;
  const attention = useAttention(toast);
  return (
    <div className={styles.toast} data-tone={tone} {...attention}>
      <p className={styles.words}>{words}</p>
      {actions.map((action) => (
        <Button
          key={action.words}
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            close(id);
            action.run();
          }}
        >
          {action.words}
        </Button>
      ))}
      <ActionIcon variant="subtle" color="gray" size={28} aria-label="Dismiss" onClick={() => close(id)}>
        <X size={16} aria-hidden color="var(--text-muted)" />
      </ActionIcon>
    </div>
  );
}

/** A toast that is closed by its own button takes the focus with it: it goes back to the list, or to the page. */
function close(id: string): void {
  toastStore.close(id);
  const row = document.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
  (row ?? document.getElementById('main'))?.focus({ preventScroll: true });
}

/** Closes a toast when nobody has looked at it for a while: neither pointer nor focus (WCAG 2.2.1). */
function useAttention({ id, words, actions }: Toast) {
  const [isLookedAt, setLookedAt] = useState(false);
  const ms = actions.length > 0 ? stayMs.withActions : stayMs.plain;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are news, and are to be read as long.
  useEffect(() => {
    if (isLookedAt) return;
    const timer = setTimeout(() => toastStore.close(id), ms);
    return () => clearTimeout(timer);
  }, [id, ms, isLookedAt, words]);
  return {
    onMouseEnter: () => setLookedAt(true),
    onMouseLeave: () => setLookedAt(false),
    onFocus: () => setLookedAt(true),
    onBlur: () => setLookedAt(false),
  };
}
