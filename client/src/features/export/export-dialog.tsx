import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { formatBytes, formatCount, plural } from '../../lib/format.ts';
import type { Selection } from '../../lib/selection/selection.ts';
import { useSelection } from '../../lib/selection/use-selection.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import type { ExportOptions } from './export-address.ts';
import styles from './export-dialog.module.css';
import { startExport } from './start-export.ts';

/** As many as the server takes by name. */
const maxChosen = 10_000;

interface ExportDialogProps {
  /** Which of the two is proposed: what is chosen, or all that the list on screen shows. */
  scope: 'selected' | 'matching';
  onClose: () => void;
}

/** Writes what is chosen, or all that matches, into a file. */
export function ExportDialog({ scope, onClose }: ExportDialogProps) {
  const [wanted, setWanted] = useState(scope);
  const [options, setOptions] = useState<ExportOptions>({ format: 'csv', rows: 'sessions', isRaw: false });
  const scopes = useScopes();
  const chosen = scopes.find(({ value }) => value === wanted) ?? scopes[0];
  const start = useMutation({
    mutationFn: (selection: Selection) => startExport({ selection, options, download }),
  });
  const isTooMany = chosen?.selection.kind === 'sessions' && chosen.selection.sessions.size > maxChosen;

  function change(changed: Partial<ExportOptions>): void {
    start.reset();
    setOptions({ ...options, ...changed });
  }

  return (
    <Dialog title="Export" onClose={onClose}>
      <div className={styles.fields}>
        <ChoiceGroup label="What" choices={scopes} value={chosen?.value ?? wanted} onChange={setWanted} />
        <ChoiceGroup
          label="Format"
          choices={formats}
          value={options.format}
          onChange={(format) => change({ format })}
        />
        <ChoiceGroup
          label="Lines"
          choices={lines}
          value={options.rows}
          onChange={(rows) => change({ rows })}
        />
        {options.format === 'csv' && (
          <RawChoice isRaw={options.isRaw} onChange={(isRaw) => change({ isRaw })} />
        )}
        {isTooMany && (
          <p role="alert" className={styles.note}>
            At most {formatCount(maxChosen)} sessions can be chosen one by one. Export all that match instead.
          </p>
        )}
        {start.error && <ProblemNotice error={start.error} />}
        <p role="status" className={styles.note}>
          {start.isSuccess && 'The download has begun. Your browser shows how far it is.'}
        </p>
      </div>
      <div className={styles.actions}>
        <Button variant="default" onClick={onClose}>
          {start.isSuccess ? 'Close' : 'Cancel'}
        </Button>
        <Button
          c="var(--on-accent)"
          leftSection={<Download size={16} aria-hidden />}
          loading={start.isPending}
          disabled={!chosen || isTooMany}
          onClick={() => chosen && start.mutate(chosen.selection)}
        >
          Export {options.format.toUpperCase()}
        </Button>
      </div>
    </Dialog>
  );
}

const formats = [
  { value: 'csv', words: 'CSV', detail: 'for spreadsheets' },
  { value: 'json', words: 'JSON', detail: 'for programs' },
] as const;

const lines = [
  { value: 'sessions', words: 'One for each session', detail: '' },
  { value: 'files', words: 'One for each file', detail: '' },
] as const;

/** What can be exported now, each with how much that is. */
function useScopes() {
  const { selection, summary, shown } = useSelection();
  const all = shown?.totals;
  const matching: Selection | null =
    shown && all ? { kind: 'matching', filter: shown.filter, totals: all, place: shown.place } : null;
  return [
    ...(summary.sessions > 0
      ? [{ value: 'selected' as const, words: 'What is selected', detail: countWords(summary), selection }]
      : []),
    ...(shown && matching && all
      ? [
          {
            value: 'matching' as const,
            words: `All that match in ${shown.place}`,
            detail: countWords(all),
            selection: matching,
          },
        ]
      : []),
  ];
}

function countWords({ sessions, bytes }: { sessions: number; bytes: number }): string {
  return `${plural(sessions, 'session')} · ${formatBytes(bytes)} of recordings`;
}

function RawChoice({ isRaw, onChange }: { isRaw: boolean; onChange: (isRaw: boolean) => void }) {
  return (
    <label className={styles.raw}>
      <input
        type="checkbox"
        checked={isRaw}
        onChange={(event) => onChange(event.currentTarget.checked)}
        aria-describedby="export-raw"
      />
      <span>
        Raw values, no spreadsheet guard
        <span id="export-raw" className={styles.explanation}>
          A name that begins with =, +, - or @ is a formula to a spreadsheet. Such values get an apostrophe in
          front, so that nothing is run. Tick this only for programs that need every value as it is.
        </span>
      </span>
    </label>
  );
}

/** As if a download link had been clicked: the page stays. */
function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
