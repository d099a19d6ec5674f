import { DiagnosisList } from '../../features/doctor/diagnosis.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import toolbar from '../../ui/toolbar.module.css';
import styles from './trash-page.module.css';

/** Whether everything that a working set-up needs is there. */
export function DoctorPage() {
  return (
    <div className={toolbar.page}>
      <PageHeading title="Set-up doctor" className={styles.heading}>
        Set-up doctor
      </PageHeading>
      <p className={styles.note}>The same on a terminal: npm run doctor.</p>
      <DiagnosisList />
    </div>
  );
}
