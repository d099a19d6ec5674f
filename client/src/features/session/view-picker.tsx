import { badgeOfFile } from '../../ui/session-cells/session-state.ts';
import { StateBadge } from '../../ui/session-cells/state-badge.tsx';
import { sessionMessages } from './session-messages.ts';
import styles from './view-picker.module.css';
import type { View } from './views.ts';

interface ViewPickerProps {
  views: readonly View[];
  current: View | null;
  onPick: (view: View) => void;
}

/** The views as one radio group; what cannot be played now says so and can be picked all the same, to read why. */
export function ViewPicker({ views, current, onPick }: ViewPickerProps) {
  if (views.length === 0) return null;
  return (
    <fieldset className={styles.picker}>
      <legend className={styles.legend}>{sessionMessages.view}</legend>
      {views.map((view) => (
        <label key={view.file.id} className={styles.view}>
          <input
            type="radio"
            name="view"
            checked={view.file.id === current?.file.id}
            onChange={() => onPick(view)}
          />
          <bdi>{view.label}</bdi>
          <ViewState view={view} />
        </label>
      ))}
    </fieldset>
  );
}

function ViewState({ view }: { view: View }) {
  const badge = badgeOfFile(view.file);
  return badge && <StateBadge kind={badge} />;
}
