import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ChangeButtons } from '../../features/changes/change-buttons.tsx';
import { HistoryLine } from '../../features/months/history-line.tsx';
import { MonthsStrip } from '../../features/months/months-strip.tsx';
import { activeFilters } from '../../features/recordings/filters/filter-words.ts';
import { MonthNav } from '../../features/recordings/month-nav.tsx';
import { RecordingsList } from '../../features/recordings/recordings-list.tsx';
import type { RecordingsView, ViewChange } from '../../features/recordings/recordings-view.ts';
import { SavedSearchesMenu } from '../../features/saved-searches/saved-searches-menu.tsx';
import { SelectionBar } from '../../features/selection/selection-bar.tsx';
import { type Month, monthOf, parseMonth } from '../../lib/month.ts';
import { monthsQuery } from '../../lib/months-query.ts';
import { rememberedRow, rememberRow } from '../../lib/remembered-row.ts';
import { timeZoneSetting } from '../../lib/settings.ts';
import { useSetting } from '../../lib/use-setting.ts';
import toolbar from '../../ui/toolbar.module.css';
import { ExportButton } from '../export-button.tsx';
import { maxOpenRows, parseSearch, RecordingsSearch, stringifySearch } from '../search-params.ts';
import { useChangeItem } from '../use-change-item.ts';
import { useOpenItem } from '../use-open-item.ts';
import { FoundWords } from './found-words.tsx';

const route = getRouteApi('/recordings');

/** The recordings of one UTC month, or of all. What is looked at stands in the address. */
export function RecordingsPage() {
  const search = route.useSearch();
  // Times on it follow the reader's choice.
  useSetting(timeZoneSetting);
  const navigate = route.useNavigate();
  const openItem = useOpenItem();
  const changeItem = useChangeItem();
  const months = useQuery(monthsQuery());
  const [latest] = useState(() => monthOf(new Date()));
  const view = toView(search, latest);
  const home = useHomeMonth(view.month, latest);

  function onView(change: ViewChange): void {
    const next = { ...view, ...change };
    // Another month or order is a step that Back undoes; typing and opening rows are not.
    const isStep = Object.keys(change).some((field) => field !== 'q' && field !== 'open');
    const shown = { ...toSearch(next, latest), in: next.q ? search.in : undefined };
    void navigate({ search: shown, replace: !isStep, resetScroll: isStep });
  }

  // All months reach back to the oldest known one, so they have to be known first.
  const isReady = view.month !== 'all' || !months.isPending;
  return (
    <div className={toolbar.page}>
      <div className={toolbar.top}>
        <MonthNav
          month={view.month}
          latest={latest}
          months={months.data ?? []}
          onMonth={(month) => onView({ month })}
        />
        <HistoryLine />
      </div>
      {!months.isError && (
        <MonthsStrip months={months.data} shown={view.month === 'all' ? null : view.month} latest={latest} />
      )}
      {isReady && view.q.trim() && (
        <FoundWords
          {...{ view, latest, home, onView }}
          months={months.data ?? []}
          isWhole={search.in === 'words'}
        />
      )}
      {isReady && !(view.q.trim() && search.in === 'words') && (
        <RecordingsList
          actions={<ExportButton scope="matching" />}
          view={view}
          latest={latest}
          home={home}
          searches={
            <SavedSearchesMenu
              {...toSavable(view, latest)}
              onOpen={(saved) => void navigate({ search: RecordingsSearch.parse(parseSearch(saved)) })}
            />
          }
          months={months.data ?? []}
          onView={onView}
          onAction={(action, item) => {
            if (!changeItem(action, item)) openItem(action, item);
          }}
          initialKey={rememberedRow('recordings')}
          onActiveKey={(key) => rememberRow('recordings', key)}
        />
      )}
      <SelectionBar
        actions={
          <>
            <ExportButton scope="selected" />
            <ChangeButtons of={['trash']} />
          </>
        }
      />
    </div>
  );
}

/** What a view asks for as an address to keep, with a name for it; empty when it asks for nothing but a month. */
function toSavable(view: RecordingsView, latest: Month): { search: string; suggestion: string } {
  const words = [view.q.trim(), ...activeFilters(view).map((filter) => filter.words)].filter(Boolean);
  const search = stringifySearch(toSearch({ ...view, open: [] }, latest)).slice(1);
  return { search: words.length > 0 ? search : '', suggestion: words.join(', ') };
}

/** The month that was on screen last, for the way back from everywhere. */
function useHomeMonth(month: Month | 'all', latest: Month): Month {
  const [home, setHome] = useState(month === 'all' ? latest : month);
  if (month !== 'all' && month !== home) setHome(month);
  return home;
}

const defaultSort = '-start';

function toView(search: RecordingsSearch, latest: Month): RecordingsView {
  return {
    month: search.month === 'all' ? 'all' : (parseMonth(search.month ?? '') ?? latest),
    q: search.q ?? '',
    sort: search.sort ?? defaultSort,
    type: search.type ?? '',
    length: search.length ?? '',
    size: search.size ?? '',
    state: search.state ?? '',
    who: search.who ?? '',
    open: search.open ? search.open.split(',') : [],
  };
}

/** The address of a view, what is default left out. */
function toSearch(view: RecordingsView, latest: Month): RecordingsSearch {
  return {
    month: view.month === latest ? undefined : view.month,
    q: view.q || undefined,
    // The list offers no other order than those that the address knows.
    sort: view.sort === defaultSort ? undefined : (view.sort as RecordingsSearch['sort']),
    type: view.type || undefined,
    length: view.length || undefined,
    size: view.size || undefined,
    state: view.state || undefined,
    who: view.who.trim() || undefined,
    open: view.open.slice(-maxOpenRows).join(',') || undefined,
  };
}
