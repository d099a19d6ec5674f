import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router';
import { CrashPage } from './crash-page.tsx';
import { Layout } from './layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { RecordingsPage } from './pages/recordings-page.tsx';
import {
  parseSearch,
  RecordingsSearch,
  SessionSearch,
  stringifySearch,
  TrashSearch,
} from './search-params.ts';

/** The table of addresses. `history` is the browser's unless a test brings its own. */
export function createAppRouter(history?: RouterHistory) {
  const root = createRootRoute({ component: Layout });
  const home = createRoute({
    getParentRoute: () => root,
    path: '/',
    validateSearch: (search) => RecordingsSearch.parse(search),
    beforeLoad: ({ search }) => {
      throw redirect({ to: '/recordings', search, replace: true });
    },
  });
  const recordings = createRoute({
    getParentRoute: () => root,
    path: '/recordings',
    validateSearch: (search) => RecordingsSearch.parse(search),
    component: RecordingsPage,
  });
  const trash = createRoute({
    getParentRoute: () => root,
    path: '/trash',
    validateSearch: (search) => TrashSearch.parse(search),
    component: lazyRouteComponent(() => import('./pages/trash-page.tsx'), 'TrashPage'),
  });
  const session = createRoute({
    getParentRoute: () => root,
    path: '/s/$sessionId',
    validateSearch: (search) => SessionSearch.parse(search),
    component: lazyRouteComponent(() => import('./pages/session-page.tsx'), 'SessionPage'),
  });
  const settings = createRoute({
    getParentRoute: () => root,
    path: '/settings',
    component: lazyRouteComponent(() => import('./pages/settings-page.tsx'), 'SettingsPage'),
  });
  const audit = createRoute({
    getParentRoute: () => root,
    path: '/audit',
    component: lazyRouteComponent(() => import('./pages/audit-page.tsx'), 'AuditPage'),
  });
  const doctor = createRoute({
    getParentRoute: () => root,
    path: '/doctor',
    component: lazyRouteComponent(() => import('./pages/doctor-page.tsx'), 'DoctorPage'),
  });
  return createRouter({
    routeTree: root.addChildren([home, recordings, trash, session, settings, audit, doctor]),
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultErrorComponent: CrashPage,
    defaultNotFoundComponent: NotFoundPage,
    ...(history && { history }),
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
