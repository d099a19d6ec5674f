import type { AuditResult, ChangeAction, Whereabouts } from '@matinee/server/contract';

/** What narrows the audit log; empty fields narrow nothing. */
export interface AuditFilter {
  from: string;
  to: string;
  action: ChangeAction | '';
  result: AuditResult | '';
  q: string;
}

export const noAuditFilter: AuditFilter = { from: '', to: '', action: '', result: '', q: '' };

export const actionNames: Readonly<Record<ChangeAction, string>> = {
  trash: 'Moved to trash',
  restore: 'Restored',
  delete: 'Deleted for good',
};

export const resultNames: Readonly<Record<AuditResult, string>> = {
  sent: 'Sent',
  done: 'Done',
  failed: 'Refused by Zoom',
  unknown: 'Not known',
  refused: 'Turned away',
};

export const whereNames: Readonly<Record<Whereabouts, string>> = {
  live: 'live',
  trash: 'trash',
  gone: 'gone',
};

/** The filter as a query, what is empty left out. */
export function toAuditParams(filter: AuditFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value.trim() !== ''));
}
