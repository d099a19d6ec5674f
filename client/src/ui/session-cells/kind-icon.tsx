import type { FileKind } from '@matinee/server/contract';
import {
  AudioLines,
  Captions,
  ChartNoAxesColumn,
  File,
  FileText,
  Image,
  ListTree,
  type LucideIcon,
  MessageSquareText,
  NotebookText,
  Video,
} from 'lucide-react';

const icons: Record<FileKind, LucideIcon> = {
  video: Video,
  audio: AudioLines,
  transcript: FileText,
  captions: Captions,
  chat: MessageSquareText,
  timeline: ListTree,
  summary: NotebookText,
  poll: ChartNoAxesColumn,
  image: Image,
  other: File,
};

/** The picture of a kind of file. Hidden from assistive technology: words stand beside it. */
export function KindIcon({ kind }: { kind: FileKind }) {
  const Icon = icons[kind];
  return <Icon size={16} aria-hidden />;
}
