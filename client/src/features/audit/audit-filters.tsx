import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Download } from 'lucide-react';
import styles from './audit.module.css';
import { type AuditFilter, actionNames, resultNames, toAuditParams } from './audit-filter.ts';

interface AuditFiltersProps {
  filter: AuditFilter;
  onFilter: (filter: AuditFilter) => void;
}

/** Narrows the audit log, and saves what is left of it as CSV. */
export function AuditFilters({ filter, onFilter }: AuditFiltersProps) {
  const set = (field: keyof AuditFilter) => (event: { currentTarget: { value: string } }) =>
    // The choices offered are the type's own.
    onFilter({ ...filter, [field]: event.currentTarget.value } as AuditFilter);
  return (
    <search className={styles.filters} aria-label="Audit log">
      <TextInput label="Name or id" type="search" value={filter.q} onChange={set('q')} maxLength={500} />
      <NativeSelect
        label="What"
        value={filter.action}
        onChange={set('action')}
        data={toChoices(actionNames)}
      />
      <NativeSelect
        label="Result"
        value={filter.result}
        onChange={set('result')}
        data={toChoices(resultNames)}
      />
      <TextInput label="From (UTC)" type="date" value={filter.from} onChange={set('from')} max={filter.to} />
      <TextInput label="To (UTC)" type="date" value={filter.to} onChange={set('to')} min={filter.from} />
      <Button
        component="a"
        href={`/api/audit/export?${toAuditParams(filter)}`}
        download
        variant="default"
        leftSection={<Download size={16} aria-hidden />}
      >
        Export CSV
      </Button>
    </search>
  );
}

function toChoices(names: Readonly<Record<string, string>>): { value: string; label: string }[] {
  const choices = Object.entries(names).map(([value, label]) => ({ value, label }));
  return [{ value: '', label: 'Any' }, ...choices];
}
