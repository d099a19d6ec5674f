import { Button } from '@mantine/core';
import { lazy } from 'react';
import { parseLength, parseSize } from '../../../lib/bounds.ts';
import type { RecordingsView, ViewChange } from '../recordings-view.ts';
import { anyFilter } from './any-filter.ts';
import { ChoiceFilter } from './choice-filter.tsx';
import { activeFilters, lengthWords, sizeWords, stateChoices, stateListWords } from './filter-words.ts';
import styles from './filters.module.css';
import { KindFilter } from './kind-filter.tsx';
import { PanelFilter } from './panel-filter.tsx';

// What is inside of a panel is needed only by those who open it.
const RangePanel = lazy(async () => ({ default: (await import('./range-panel.tsx')).RangePanel }));
const WhoPanel = lazy(async () => ({ default: (await import('./who-panel.tsx')).WhoPanel }));

interface FilterBarProps {
  view: RecordingsView;
  onView: (change: ViewChange) => void;
}

const lengthPresets = [
  { value: '-5', words: 'Up to 5 min' },
  { value: '5-30', words: '5 to 30 min' },
  { value: '30-', words: '30 min or more' },
  { value: '60-', words: '1 h or more' },
] as const;

const sizePresets = [
  { value: '-100MB', words: 'Up to 100 MB' },
  { value: '100MB-1GB', words: '100 MB to 1 GB' },
  { value: '500MB-', words: '500 MB or more' },
  { value: '1GB-', words: '1 GB or more' },
] as const;

/** What the list is narrowed to beside the search; each filter that narrows it can be taken away by itself. */
export function FilterBar({ view, onView }: FilterBarProps) {
  return (
    <>
      <KindFilter type={view.type} onType={(type) => onView({ type })} />
      <RangeFilters view={view} onView={onView} />
      <ChoiceFilter
        name="State"
        anyWords="Any state"
        choices={stateChoices}
        value={view.state}
        words={stateListWords(view.state)}
        onValue={(state) => onView({ state })}
      />
      <PanelFilter
        name="Participant"
        anyWords="Any participant"
        words={view.who.trim()}
        onValue={(who) => onView({ who })}
      >
        {(apply) => <WhoPanel who={view.who} onApply={apply} />}
      </PanelFilter>
      {activeFilters(view).length > 0 && (
        <Button
          variant="subtle"
          size="compact-md"
          className={styles.clear ?? ''}
          onClick={() => onView(anyFilter)}
        >
          Clear <span className="visually-hidden">all filters</span>
        </Button>
      )}
    </>
  );
}

function RangeFilters({ view, onView }: FilterBarProps) {
  return (
    <>
      <PanelFilter
        name="Length"
        anyWords="Any length"
        words={lengthWords(view.length)}
        onValue={(length) => onView({ length })}
      >
        {(apply) => (
          <RangePanel
            presets={lengthPresets}
            value={view.length}
            example="30"
            unit="minutes"
            parse={parseLength}
            onApply={apply}
          />
        )}
      </PanelFilter>
      <PanelFilter
        name="Size"
        anyWords="Any size"
        words={sizeWords(view.size)}
        onValue={(size) => onView({ size })}
      >
        {(apply) => (
          <RangePanel
            presets={sizePresets}
            value={view.size}
            example="500MB"
            unit="size"
            parse={parseSize}
            onApply={apply}
          />
        )}
      </PanelFilter>
    </>
  );
}
