import { Link } from '@tanstack/react-router';
import { PageHeading } from '../ui/page-heading.tsx';
import styles from './crash-page.module.css';

/** For an address that no page has. */
export function NotFoundPage() {
  return (
    <section className={styles.page}>
      <PageHeading title="No such page" className={styles.heading}>
        There is no page at this address.
      </PageHeading>
      <Link to="/recordings">Back to the recordings</Link>
    </section>
  );
}
