import { singleKeysSetting } from '../../lib/settings.ts';
import { useSetting } from '../../lib/use-setting.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyCaps } from '../../ui/key-caps.tsx';
import styles from './help-dialog.module.css';

/** Keys that do the same, and what that is. */
export interface KeyRow {
  keys: readonly string[];
  words: string;
  /** The two keys are the ends of a row of keys. */
  isRange?: boolean;
}

/** Where keys work, and what each does there. */
export interface KeyRegion {
  title: string;
  rows: readonly KeyRow[];
}

interface HelpDialogProps {
  regions: readonly KeyRegion[];
  onClose: () => void;
}

/** Every key there is, by the place where it works. */
export function HelpDialog({ regions, onClose }: HelpDialogProps) {
  const isOn = useSetting(singleKeysSetting) === 'on';
  return (
    <Dialog title="Keyboard" size="wide" onClose={onClose}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => singleKeysSetting.keep(event.currentTarget.checked ? 'on' : 'off')}
        />
        Single-key shortcuts
      </label>
      <div className={styles.regions}>
        {regions.map((region) => (
          <Region key={region.title} {...region} />
        ))}
      </div>
    </Dialog>
  );
}

function Region({ title, rows }: KeyRegion) {
  return (
    <section className={styles.region}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>
        {rows.map(({ keys, words, isRange = false }) => (
          <div key={words} className={styles.row}>
            <dt className={styles.keys}>
              {keys.map((name, index) => (
                <span key={name}>
                  {index > 0 && (isRange ? ' – ' : ' or ')}
                  <KeyCaps name={name} />
                </span>
              ))}
            </dt>
            <dd className={styles.words}>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
