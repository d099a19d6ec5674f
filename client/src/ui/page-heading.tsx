import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { messages } from '../lib/messages.ts';

interface Arrival {
  /** Whether a page was left for the one now shown, and its heading has not been focused yet. */
  isPending: boolean;
}

/** Written by the layout when the page changes, read by the heading that comes; not state, for nothing redraws by it. */
export const ArrivalContext = createContext<Arrival>({ isPending: false });

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
    if (!arrival.isPending) return;
    arrival.isPending = false;
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
