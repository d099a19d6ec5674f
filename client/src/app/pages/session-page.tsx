import { PageHeading } from '../../ui/page-heading.tsx';

/** One session with its files and its player. */
export function SessionPage() {
  return <PageHeading title="Session">Session</PageHeading>;
}
