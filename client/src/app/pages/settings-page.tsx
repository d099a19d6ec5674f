import { AccountFacts } from '../../features/settings/account-facts.tsx';
import { SettingsForm } from '../../features/settings/settings-form.tsx';
import { timeZoneSetting } from '../../lib/settings.ts';
import { useSetting } from '../../lib/use-setting.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import toolbar from '../../ui/toolbar.module.css';
import styles from './trash-page.module.css';

/** How the reader likes it, and what the server says of the account. */
export function SettingsPage() {
  const timeZone = useSetting(timeZoneSetting);
  return (
    <div className={toolbar.page}>
      <PageHeading title="Settings" className={styles.heading}>
        Settings
      </PageHeading>
      <p className={styles.note}>These choices stay in this browser.</p>
      <SettingsForm />
      <AccountFacts key={timeZone} />
    </div>
  );
}
