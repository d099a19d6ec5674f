import { badgeOfFile } from '../../ui/session-cells/session-state.ts';
import { StateBadge } from '../../ui/session-cells/state-badge.tsx';
import { sessionMessages } from './session-messages.ts';
import type { ViewLane } from './view-lanes.ts';
import styles from './view-picker.module.css';

interface ViewPickerProps {
  views: readonly ViewLane[];
  current: ViewLane | null;
  onPick: (view: ViewLane) => void;
}

/** The views as one radio group; what cannot be played now says so and can be picked all the same, to read why. */
export function ViewPicker({ views, current, onPick }: ViewPickerProps) {
  if (views.length === 0) return null;
  return (
    <fieldset className={styles.picker}>
      <legend className={styles.legend}>{sessionMessages.view}</legend>
      {views.map((view) => (
        <label key={view.name} className={styles.view}>
          <input
            type="radio"
            name="view"
            checked={view.name === current?.name}
            onChange={() => onPick(view)}
          />
          <bdi>{view.label}</bdi>
          <ViewState view={view} />
        </label>
      ))}
    </fieldset>
  );
}

/** Where some parts can be played and others not, the seek bar shows it; a badge is for what cannot be played at all. */
function ViewState({ view }: { view: ViewLane }) {
  const badge = badgeOfFile(view.file);
  return badge && <StateBadge kind={badge} />;
}
