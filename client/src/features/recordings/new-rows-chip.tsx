import { ArrowUp } from 'lucide-react';
import { formatCount } from '../../lib/format.ts';
import styles from './new-rows-chip.module.css';

/** Tells quietly that rows wait above, and brings them on a click. */
export function NewRowsChip({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div role="status" className={styles.place}>
      {count > 0 && (
        <button type="button" className={styles.chip} onClick={onShow}>
          <ArrowUp size={14} aria-hidden />
          {formatCount(count)} new
        </button>
      )}
    </div>
  );
}
