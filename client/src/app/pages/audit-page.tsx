import { useState } from 'react';
import { noAuditFilter } from '../../features/audit/audit-filter.ts';
import { AuditFilters } from '../../features/audit/audit-filters.tsx';
import { AuditList } from '../../features/audit/audit-list.tsx';
import { timeZoneSetting } from '../../lib/settings.ts';
import { useSetting } from '../../lib/use-setting.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import toolbar from '../../ui/toolbar.module.css';
import styles from './trash-page.module.css';

/** Who changed what, when, and what Zoom said to it. */
export function AuditPage() {
  const [filter, setFilter] = useState(noAuditFilter);
  // Times on it follow the reader's choice.
  useSetting(timeZoneSetting);
  return (
    <div className={toolbar.page}>
      <PageHeading title="Audit log" className={styles.heading}>
        Audit log
      </PageHeading>
      <p className={styles.note}>
        Each call that changes a recording is written down on this machine before it leaves for Zoom, and what
        became of it after.
      </p>
      <AuditFilters filter={filter} onFilter={setFilter} />
      <AuditList filter={filter} />
    </div>
  );
}
