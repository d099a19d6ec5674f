import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SaveForm } from './save-form.tsx';
import { SavedSearchRow } from './saved-search-row.tsx';
import styles from './saved-searches.module.css';
import { savedSearchesQuery } from './saved-searches-query.ts';

interface SavedSearchesPanelProps {
  search: string;
  suggestion: string;
  onOpen: (search: string) => void;
}

/** Inside of the panel: what is saved, and a form for what is on screen. */
export function SavedSearchesPanel({ search, suggestion, onOpen }: SavedSearchesPanelProps) {
  const saved = useQuery(savedSearchesQuery());
  return (
    <>
      {saved.isPending && <Loader size="sm" aria-label="Loading" />}
      {saved.isError && !saved.data && (
        <ProblemNotice error={saved.error} onRetry={() => void saved.refetch()} />
      )}
      {saved.data?.length === 0 && <p className={styles.muted}>Nothing is saved yet.</p>}
      {saved.data && saved.data.length > 0 && (
        <ul className={styles.list}>
          {saved.data.map((each) => (
            <SavedSearchRow key={each.id} saved={each} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {search ? (
        <SaveForm key={suggestion} search={search} suggestion={suggestion} />
      ) : (
        <p className={styles.muted}>Search or filter the list to save what it shows.</p>
      )}
    </>
  );
}
