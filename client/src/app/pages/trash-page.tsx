import { getRouteApi } from '@tanstack/react-router';
import { ChangeButtons } from '../../features/changes/change-buttons.tsx';
import { SelectionBar } from '../../features/selection/selection-bar.tsx';
import { KindLinks } from '../../features/trash/kind-links.tsx';
import { TrashList } from '../../features/trash/trash-list.tsx';
import type { TrashChange, TrashView } from '../../features/trash/trash-view.ts';
import { useChangeDesk } from '../../lib/changes/change-desk.ts';
import { messages } from '../../lib/messages.ts';
import { parseMonth } from '../../lib/month.ts';
import { rememberedRow, rememberRow } from '../../lib/remembered-row.ts';
import { timeZoneSetting } from '../../lib/settings.ts';
import { useSetting } from '../../lib/use-setting.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import toolbar from '../../ui/toolbar.module.css';
import { ExportButton } from '../export-button.tsx';
import { maxOpenRows, type TrashSearch } from '../search-params.ts';
import { useChangeItem } from '../use-change-item.ts';
import styles from './trash-page.module.css';

const route = getRouteApi('/trash');
const defaults = { kind: 'session_recordings', sort: 'purge' } as const;

/** What Zoom will delete soon. What is looked at stands in the address. */
export function TrashPage() {
  const search = route.useSearch();
  // Times on it follow the reader's choice.
  useSetting(timeZoneSetting);
  const navigate = route.useNavigate();
  const view = toView(search);
  const { isAllowed } = useChangeDesk();
  const changeItem = useChangeItem(view.kind);

  function onView(change: TrashChange): void {
    const isStep = change.sort !== undefined || change.month !== undefined;
    void navigate({ search: toSearch({ ...view, ...change }), replace: !isStep, resetScroll: isStep });
  }

  return (
    <div className={toolbar.page}>
      <div className={toolbar.top}>
        <PageHeading title="Trash" className={styles.heading}>
          Trash
        </PageHeading>
        <KindLinks kind={view.kind} defaultKind={defaults.kind} />
      </div>
      <p className={styles.note}>
        Zoom deletes items 30 days after they were moved here. It cannot filter its trash; Matinee does, by
        name and by the month a recording started.
        {!isAllowed && ` ${messages.changesOff}`}
      </p>
      <TrashList
        key={view.kind}
        view={view}
        onView={onView}
        onAction={changeItem}
        initialKey={rememberedRow(`trash.${view.kind}`)}
        onActiveKey={(key) => rememberRow(`trash.${view.kind}`, key)}
      />
      <SelectionBar
        actions={
          <>
            <ExportButton scope="selected" />
            <ChangeButtons of={['restore', 'remove']} />
          </>
        }
      />
    </div>
  );
}

function toView(search: TrashSearch): TrashView {
  return {
    kind: search.kind ?? defaults.kind,
    month: parseMonth(search.month ?? '') ?? '',
    q: search.q ?? '',
    sort: search.sort ?? defaults.sort,
    open: search.open ? search.open.split(',') : [],
  };
}

/** The address of a view, what is default left out. */
function toSearch(view: TrashView): TrashSearch {
  return {
    kind: view.kind === defaults.kind ? undefined : view.kind,
    month: view.month || undefined,
    q: view.q || undefined,
    // The list offers no other order than those that the address knows.
    sort: view.sort === defaults.sort ? undefined : (view.sort as TrashSearch['sort']),
    open: view.open.slice(-maxOpenRows).join(',') || undefined,
  };
}
