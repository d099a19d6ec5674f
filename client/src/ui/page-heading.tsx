import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { messages } from '../lib/messages.ts';

export interface Arrival {
  /** The address on screen, or on its way there: a page that is still being fetched has its address already. */
  pathname: string;
  /** The address of the last heading that was drawn; null before the first. */
  headedPathname: string | null;
}

/** Written by the layout and by each heading that comes; not state, for nothing redraws by it. */
export const ArrivalContext = createContext<Arrival>({ pathname: '', headedPathname: null });

interface PageHeadingProps {
  /** Becomes the tab's title. */
  title: string;
  className?: string | undefined;
  children: ReactNode;
}

/** The one h1 of a page: names the tab, and takes the focus when the reader came from another page. */
export function PageHeading({ title, className, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrival = useContext(ArrivalContext);

  useEffect(() => {
    document.title = `${title} · ${messages.appName}`;
  }, [title]);

  useEffect(() => {
    const { pathname, headedPathname } = arrival;
    arrival.headedPathname = pathname;
    if (headedPathname === null || headedPathname === pathname) return;
    // Whoever is typing meanwhile keeps the focus.
    if (document.activeElement instanceof HTMLInputElement) return;
    heading.current?.focus({ preventScroll: true });
  }, [arrival]);

  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
