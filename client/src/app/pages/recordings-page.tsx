import { PageHeading } from '../../ui/page-heading.tsx';

/** The list of recordings. */
export function RecordingsPage() {
  return <PageHeading title="Recordings">Recordings</PageHeading>;
}
