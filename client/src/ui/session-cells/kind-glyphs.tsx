import type { RecordingFile } from '@matinee/server/contract';
import { countKinds } from '../../lib/file-kinds.ts';
import { missing } from '../../lib/format.ts';
import styles from './cells.module.css';
import { KindIcon } from './kind-icon.tsx';

/** The kinds of a session's files as pictures with counts, and as words for assistive technology and on hover. */
export function KindGlyphs({ files }: { files: readonly RecordingFile[] }) {
  const counts = countKinds(files);
  if (counts.length === 0) return <span className={styles.muted}>{missing}</span>;
  const words = counts.map((count) => count.words).join(', ');
  return (
    <span className={styles.glyphs} title={words}>
      <span className="visually-hidden">{words}</span>
      {counts.map(({ kind, count }) => (
        <span key={kind} className={styles.glyph} aria-hidden>
          <KindIcon kind={kind} />
          {count > 1 && count}
        </span>
      ))}
    </span>
  );
}
