import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { focusRegion } from '../lib/regions.ts';
import { createSelectionStore } from '../lib/selection/selection-store.ts';
import { SelectionContext } from '../lib/selection/use-selection.ts';
import { statusQuery } from '../lib/status-query.ts';
import { useShortcuts } from '../lib/use-shortcuts.ts';
import { type Arrival, ArrivalContext } from '../ui/page-heading.tsx';
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
  useShortcuts({
    'g l': () => void navigate({ to: '/recordings' }),
    'g t': () => void navigate({ to: '/trash' }),
    F6: () => focusRegion(1),
    'Shift+F6': () => focusRegion(-1),
  });

  return (
    <SelectionContext value={selection}>
      <OpenDialogContext value={dialogs.open}>
        <ArrivalContext value={arrival}>
          <a href="#main" className={styles.skip}>
            Skip to content
          </a>
          <header className={styles.header}>
            <div className={styles.bar}>
              <Brand />
              <Sections pathname={pathname} />
              <SearchBox />
              <SettingsMenu />
            </div>
          </header>
          <StatusBanner connection={connection} />
          <LinkNote />
          <main id="main" tabIndex={-1} className={styles.main}>
            <Outlet />
          </main>
          <Dialogs name={dialogs.name} onClose={dialogs.close} />
        </ArrivalContext>
      </OpenDialogContext>
    </SelectionContext>
  );
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
