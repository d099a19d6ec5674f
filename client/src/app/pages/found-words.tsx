import type { Months } from '@matinee/server/contract';
import { Link } from '@tanstack/react-router';
import { MomentsSection } from '../../features/moments/moments-section.tsx';
import { ScopeSwitch } from '../../features/recordings/filters/scope-switch.tsx';
import { type RecordingsView, toDays, type ViewChange } from '../../features/recordings/recordings-view.ts';
import { formatMonth, type Month } from '../../lib/month.ts';
import styles from './found-words.module.css';

/** Enough to see that there is something, few enough to see the sessions below. */
const previewed = 3;

interface FoundWordsProps {
  view: RecordingsView;
  latest: Month;
  months: Months;
  /** The month that one comes back to from everywhere. */
  home: Month;
  /** Whether all that was found is shown, in the place of the sessions. */
  isWhole: boolean;
  onView: (change: ViewChange) => void;
}

/** What was said and typed that the search finds, in the month or everywhere, as the list of sessions has it. */
export function FoundWords({ view, latest, months, home, isWhole, onView }: FoundWordsProps) {
  // The contract's month is checked by the server; the narrower type is ours.
  const oldest = (months.at(-1)?.month as Month | undefined) ?? latest;
  const filter = { q: view.q.trim(), ...toDays(view, { oldest, latest }), speaker: view.who.trim() };
  const place = view.month === 'all' ? 'all months' : formatMonth(view.month);
  return (
    <MomentsSection
      filter={filter}
      place={place}
      preview={isWhole ? null : previewed}
      toAll={<InLink to="words">See all</InLink>}
    >
      {isWhole && (
        <>
          <ScopeSwitch month={view.month} home={home} onMonth={(month) => onView({ month })} />
          <InLink to={undefined}>Back to sessions</InLink>
        </>
      )}
    </MomentsSection>
  );
}

/** Between sessions and words; a step for Back. */
function InLink({ to, children }: { to: 'words' | undefined; children: string }) {
  return (
    <Link
      from="/recordings"
      to="/recordings"
      search={(before) => ({ ...before, in: to })}
      className={styles.link}
      activeProps={{}}
    >
      {children}
    </Link>
  );
}
