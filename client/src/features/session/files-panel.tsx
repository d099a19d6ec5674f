import type { RecordingFile, Session } from '@matinee/server/contract';
import { useState } from 'react';
import { FileList } from './file-list.tsx';
import { sessionMessages } from './session-messages.ts';
import { TextPanel } from './text-panel.tsx';
import { nameFiles, type View } from './views.ts';

interface FilesPanelProps {
  session: Session;
  current: RecordingFile | null;
  onPlay: (view: View) => void;
}

/** The list of files, or one of its texts in the list's place. */
export function FilesPanel({ session, current, onPlay }: FilesPanelProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const open = nameFiles(session.files).find(({ file }) => file.id === openId);
  const close = () => {
    setOpenId(null);
    // The list is drawn again with the next frame; the reader goes on where they were.
    requestAnimationFrame(() => document.getElementById(`read-${openId}`)?.focus());
  };
  if (open) return <TextPanel key={open.file.id} view={open} onClose={close} />;
  if (session.files.length === 0) return <p>{sessionMessages.noFiles}</p>;
  return (
    <FileList session={session} current={current} onPlay={onPlay} onRead={({ file }) => setOpenId(file.id)} />
  );
}
