import { PageHeading } from '../../ui/page-heading.tsx';

/** The list of trash. */
export function TrashPage() {
  return <PageHeading title="Trash">Trash</PageHeading>;
}
