import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { ChangeDeskProvider } from '../features/changes/change-desk-provider.tsx';
import { focusRegion } from '../lib/regions.ts';
import { createSelectionStore } from '../lib/selection/selection-store.ts';
import { SelectionContext } from '../lib/selection/use-selection.ts';
import { statusQuery } from '../lib/status-query.ts';
import { useShortcuts } from '../lib/use-shortcuts.ts';
import { type Arrival, ArrivalContext } from '../ui/page-heading.tsx';
import { Toasts } from '../ui/toasts/toasts.tsx';
import { ActivityButton } from './activity-button.tsx';
import { Dialogs, useDialogs } from './dialogs.tsx';
import styles from './layout.module.css';
import { LinkNote } from './link-note.tsx';
import { OpenDialogContext } from './open-dialog.ts';
import { SearchBox } from './search-box.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import { StatusBanner } from './status-banner.tsx';
import { useConnection } from './use-connection.ts';

/** The shell around every page: brand, sections, search, settings, and a place for what everybody must know. */
export function Layout() {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const connection = useConnection();
  const arrival = useArrival(pathname);
  const [selection] = useState(createSelectionStore);
  const dialogs = useDialogs();
  const activity = useActivity();
  useShortcuts({
    'g l': () => void navigate({ to: '/recordings' }),
    'g t': () => void navigate({ to: '/trash' }),
    'g a': activity.toggle,
    F6: () => focusRegion(1),
    'Shift+F6': () => focusRegion(-1),
  });

  return (
    <SelectionContext value={selection}>
      <OpenDialogContext value={dialogs.open}>
        <ArrivalContext value={arrival}>
          <ChangeDeskProvider showActivity={activity.show}>
            <a href="#main" className={styles.skip}>
              Skip to content
            </a>
            <header className={styles.header}>
              <div className={styles.bar}>
                <Brand />
                <Sections pathname={pathname} />
                <SearchBox />
                <ActivityButton isOpen={activity.isOpen} onToggle={activity.toggle} />
                <SettingsMenu />
              </div>
            </header>
            <StatusBanner connection={connection} />
            <LinkNote />
            <main id="main" tabIndex={-1} className={styles.main}>
              <Outlet />
            </main>
            <Dialogs name={dialogs.name} onClose={dialogs.close} />
            <Suspense>
              {activity.isOpen && (
                <ActivityDrawer key={activity.changeId} opened={activity.changeId} onClose={activity.close} />
              )}
            </Suspense>
            <Toasts />
          </ChangeDeskProvider>
        </ArrivalContext>
      </OpenDialogContext>
    </SelectionContext>
  );
}

// Fetched when it is first opened.
const ActivityDrawer = lazy(async () => ({
  default: (await import('../features/activity/activity-drawer.tsx')).ActivityDrawer,
}));

/** Whether Activity is open, and at which change. */
function useActivity() {
  const [opened, setOpened] = useState<{ changeId: string | null } | null>(null);
  const show = useCallback((changeId?: string) => setOpened({ changeId: changeId ?? null }), []);
  const close = useCallback(() => setOpened(null), []);
  return {
    isOpen: opened !== null,
    changeId: opened?.changeId ?? null,
    show,
    close,
    toggle: opened ? close : () => show(),
  };
}

/** Tells a page's heading where it stands, so that it knows whether the reader came from another page. */
function useArrival(pathname: string): Arrival {
  const arrival = useRef<Arrival>({ pathname, headedPathname: null });
  // While drawing, not in an effect: the heading's own effect, which is a child's, would run before it.
  arrival.current.pathname = pathname;
  return arrival.current;
}

function Brand() {
  const { data: status } = useQuery(statusQuery());
  return (
    <span className={styles.brand}>
      <img src="/favicon.svg" alt="" width={24} height={24} />
      <span className={styles.brandName}>Matinee</span>
      {status?.mode === 'demo' && (
        <span
          className={styles.demo}
          title="Made-up recordings, served by a simulator of Zoom on this machine."
        >
          Demo account
        </span>
      )}
    </span>
  );
}

const sections = [
  { to: '/recordings', words: 'Live' },
  { to: '/trash', words: 'Trash' },
] as const;

function Sections({ pathname }: { pathname: string }) {
  return (
    <nav aria-label="Sections" className={styles.sections}>
      {sections.map(({ to, words }) => (
        <Link
          key={to}
          to={to}
          activeProps={{}}
          aria-current={pathname === to ? 'page' : undefined}
          className={styles.section}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
