import { Button, Loader, TextInput } from '@mantine/core';
import type { Preview } from '@matinee/server/contract';
import { useQuery } from '@tanstack/react-query';
import { Trash2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { countTargets, type Subject } from '../../lib/changes/subject.ts';
import { formatBytes, plural } from '../../lib/format.ts';
import { messages } from '../../lib/messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import styles from './change-dialogs.module.css';
import { requestPreview } from './change-requests.ts';

interface DeleteDialogProps {
  subject: Subject;
  onDelete: (subject: Subject, preview: { id: string; typed: string }) => void;
  onClose: () => void;
}

/** Asked before anything is deleted for good: what the server says it would be, and words that have to be typed. */
export function DeleteDialog({ subject, onDelete, onClose }: DeleteDialogProps) {
  const preview = useQuery({
    // Each opening asks anew: a preview serves once and for five minutes.
    queryKey: ['preview', subject],
    queryFn: () => requestPreview(subject.targets),
    gcTime: 0,
    staleTime: 4 * 60_000,
    refetchInterval: 4 * 60_000,
    refetchOnWindowFocus: false,
  });
  return (
    <Dialog title="Delete for good?" onClose={onClose}>
      {preview.isPending && <Loader size="sm" aria-label="Looking what would be deleted" />}
      {preview.error && <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && (
        <Confirmation subject={subject} preview={preview.data} onDelete={onDelete} onClose={onClose} />
      )}
      {!preview.data && (
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
        </div>
      )}
    </Dialog>
  );
}

function Confirmation({ subject, preview, onDelete, onClose }: DeleteDialogProps & { preview: Preview }) {
  const [typed, setTyped] = useState('');
  const { id, typed: wanted, items } = preview;
  if (id === null || wanted === null) {
    return (
      <>
        <p className={styles.words}>None of this is in the trash any more, so nothing can be deleted.</p>
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose} data-autofocus>
            Close
          </Button>
        </div>
      </>
    );
  }
  const isTyped = typed.trim().toLowerCase() === wanted;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTyped) return;
        onClose();
        onDelete({ ...subject, targets: items }, { id, typed: wanted });
      }}
    >
      <Facts subject={subject} preview={preview} />
      <TextInput
        label={
          <>
            Type <kbd className={styles.typed}>{wanted}</kbd> to confirm
          </>
        }
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
      />
      <div className={styles.actions}>
        {/* What cannot be undone must not be one key away. */}
        <Button variant="default" onClick={onClose} autoFocus data-autofocus>
          Cancel
        </Button>
        <Button
          type="submit"
          color="red"
          {...(isTyped && { c: 'var(--on-danger)' })}
          disabled={!isTyped}
          leftSection={<Trash2 size={16} aria-hidden />}
        >
          Delete {items.length.toLocaleString('en')} for good
        </Button>
      </div>
    </form>
  );
}

function Facts({ subject, preview }: { subject: Subject; preview: Preview }) {
  const { items, files, externalFiles, refused, sizeBytes } = preview;
  const named = subject.names.slice(0, 3).map((name) => name?.trim() || messages.untitled);
  const more = items.length - named.length;
  return (
    <>
      <p className={styles.words}>
        {named.length > 0 && <bdi>{named.join(', ')}</bdi>}
        {named.length > 0 && more > 0 && ` and ${more.toLocaleString('en')} more`}
        {named.length > 0 && ': '}
        {countTargets(items)} with {plural(files, 'file')}, {formatBytes(sizeBytes)}.
      </p>
      {externalFiles > 0 && (
        <p className={styles.words}>
          {plural(externalFiles, 'file')} of these lie in your own storage: Zoom only forgets them, the files
          stay there.
        </p>
      )}
      {refused.length > 0 && (
        <p className={styles.words}>{refused.length} are no longer in the trash and are left out.</p>
      )}
      <p className={styles.warning}>
        <TriangleAlert size={18} aria-hidden /> This cannot be undone.
      </p>
    </>
  );
}
