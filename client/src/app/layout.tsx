import { Outlet } from '@tanstack/react-router';

/** The shell around every page. */
export function Layout() {
  return (
    <main id="main">
      <Outlet />
    </main>
  );
}
